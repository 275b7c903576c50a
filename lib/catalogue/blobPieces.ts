const PIECE_BYTES = 1 << 20;

/** The bytes of a file, a megabyte at a time, from its start. */
export async function* blobPieces(
  blob: Blob,
  onBytes?: (done: number) => void
): AsyncGenerator<Uint8Array, void, void> {
  for (let from = 0; from < blob.size; from += PIECE_BYTES) {
    const piece = new Uint8Array(await blob.slice(from, from + PIECE_BYTES).arrayBuffer());
    onBytes?.(from + piece.length);
    yield piece;
  }
}

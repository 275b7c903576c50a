import {pipeline} from "node:stream";
import {createGunzip} from "node:zlib";
import {InputError} from "../../lib/csv/InputError.js";

/** Bytes a reader is handed at a time, before and after unzipping. */
export const CHUNK_BYTES = 1 << 18;

/**
 * The uncompressed bytes of a gzip stream.
 *
 * @param file the name that errors give
 * @throws InputError if the stream is cut off or damaged
 */
export async function* gunzipBytes(
  compressed: NodeJS.ReadableStream,
  file: string
): AsyncGenerator<Uint8Array, void, void> {
  const gunzip = createGunzip({chunkSize: CHUNK_BYTES});
  pipeline(compressed, gunzip, () => undefined); // errors arrive through the iteration
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "Z_BUF_ERROR") throw new InputError("expected a whole gzip file; got one cut off", {file});
    if (code?.startsWith("Z_")) throw new InputError("expected a gzip file; got a damaged one", {file});
    throw error;
  }
}

/** Row numbers by falling p; equal p keep their order. */
export function rankRows(p: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({length: p.length}, (_, i) => i).sort((a, b) => p[b] - p[a] || a - b);
}

/**
 * Splits whole numbers into bytes: the lowest bytes of all, then the next higher ones, ... Bytes of one significance
 * compress better together.
 *
 * @param values each in [0, 256 ** bytes)
 * @param bytes of a value, 1 to 4
 * @returns bytes × values
 */
export function bytePlanes(values: Uint32Array, bytes: number): Uint8Array {
  const n = values.length;
  const planes = new Uint8Array(bytes * n);
  for (let b = 0; b < bytes; b++) {
    for (let i = 0; i < n; i++) planes[b * n + i] = values[i] >>> (8 * b);
  }
  return planes;
}

/**
 * The numbers that bytePlanes split.
 *
 * @param bytes of a value; there are planes.length / bytes values
 */
export function joinPlanes(planes: Uint8Array, bytes: number): Uint32Array {
  const values = new Uint32Array(planes.length / bytes);
  const n = values.length;
  for (let b = 0; b < bytes; b++) {
    for (let i = 0; i < n; i++) values[i] |= planes[b * n + i] << (8 * b);
  }
  return values;
}

/** Whether two songs have the same values; an unknown one is like another. */
export const sameValues = (a: Float32Array, b: Float32Array): boolean =>
  a.length === b.length && a.every((value, j) => Object.is(value, b[j]));

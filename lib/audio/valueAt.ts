/** A series read between its values, along a straight line; 0 outside of it. */
export function valueAt(values: ArrayLike<number>, place: number): number {
  const i = Math.floor(place);
  if (i < 0 || i + 1 >= values.length) return i === place && i === values.length - 1 ? values[i] : 0;
  return values[i] + (place - i) * (values[i + 1] - values[i]);
}

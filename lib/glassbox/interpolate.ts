/** A value of a table at a position in steps from its first, by a straight line between neighbours. */
export function interpolate(values: readonly number[], position: number): number {
  const low = Math.floor(position);
  return position === low ? values[low] : values[low] + (position - low) * (values[low + 1] - values[low]);
}

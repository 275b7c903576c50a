/** Rounds to significant digits, so that parameters are short and no single track's value is kept in full. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/**
 * A difference of shares in percentage points, with a tenth: "0.8 points", "1.0 points"; its space does not break.
 *
 * @param difference of two shares, in [0, 1]
 */
export function formatPoints(difference: number): string {
  return `${(difference * 100).toFixed(1)}\u00a0points`;
}

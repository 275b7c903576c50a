/**
 * A probability or share as a percentage without false digits.
 *
 * @param p in [0, 1]
 * @returns whole percents; "< 1 %" and "> 99 %" near the ends
 */
export function formatPercent(p: number): string {
  if (p > 0 && p < 0.005) return "< 1 %";
  if (p < 1 && p > 0.995) return "> 99 %";
  return `${Math.round(p * 100)} %`;
}

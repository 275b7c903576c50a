/**
 * A probability or share as a percentage without false digits.
 *
 * @param p in [0, 1]
 * @returns whole percents, "< 1 %" and "> 99 %" near the ends; its spaces do not break
 */
export function formatPercent(p: number): string {
  if (p > 0 && p < 0.005) return "<\u00a01\u00a0%";
  if (p < 1 && p >= 0.995) return ">\u00a099\u00a0%";
  return `${Math.round(p * 100)}\u00a0%`;
}

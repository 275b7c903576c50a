/**
 * A p-value as it is printed: "p < .001", "p = .032", "p = .21"; its spaces do not break.
 *
 * @param p in [0, 1]
 */
export function formatPValue(p: number): string {
  if (p < 0.001) return "p\u00a0<\u00a0.001";
  const text = p.toFixed(p < 0.1 ? 3 : 2);
  return `p\u00a0=\u00a0${text.replace(/^0\./, ".")}`;
}

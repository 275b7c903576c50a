/**
 * Cumulative distribution of the standard normal; absolute error below 1e-7.
 *
 * Φ(z) ≈ 1 − φ(z)(b₁t + b₂t² + b₃t³ + b₄t⁴ + b₅t⁵), t = 1 / (1 + 0.2316419 z), z ≥ 0
 *
 * @returns a probability in [0, 1]
 * @see Abramowitz and Stegun 1964, 26.2.17
 */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z < 0 ? density * series : 1 - density * series;
}

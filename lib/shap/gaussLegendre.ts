/** Points and weights of a quadrature rule: the integral of f is about Σ weight × f(point). */
export interface Quadrature {
  readonly points: Float64Array;
  readonly weights: Float64Array; // sum 1 on [0, 1]
}

/**
 * Gauss-Legendre quadrature on [0, 1]: exact for polynomials up to degree 2n − 1.
 *
 * The points are the roots of the Legendre polynomial Pₙ, found by Newton's method from Tricomi's first guess; the
 * weight of a root x on [−1, 1] is 2 / ((1 − x²) Pₙ′(x)²).
 *
 * @param n number of points, 1 or more
 * @throws RangeError if n is not a positive integer
 * @see Abramowitz and Stegun 1964, 25.4.29-30
 */
export function gaussLegendre(n: number): Quadrature {
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`gaussLegendre requires 1 point or more; got ${n}`);
  const points = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let round = 0; round < 50; round++) {
      let [previous, current] = [1, x];
      for (let k = 2; k <= n; k++)
        [previous, current] = [current, ((2 * k - 1) * x * current - (k - 1) * previous) / k];
      slope = (n * (previous - x * current)) / (1 - x * x);
      const step = current / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    points[i] = (1 - x) / 2; // from (−1, 1), descending, to (0, 1), ascending
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return {points, weights};
}

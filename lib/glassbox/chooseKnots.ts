/** The knots of a feature's curve. */
export interface Knots {
  readonly at: readonly number[]; // ascending, in the feature's own unit
  readonly missing: boolean; // true if a value is missing
  readonly levels: boolean; // true where every value seen has its own knot, as keys and decades do
}

const MOST_LEVELS = 13; // a feature with more distinct values gets a smooth curve
const TAIL = 0.005; // share of rows beyond each outer knot, where values are few and far between

/**
 * Knots of a column: every value seen if these are few, else quantiles, denser towards either end, tails cut.
 *
 * Quantiles are taken at Chebyshev's points, for where values thin out evenly spaced ones would leave wide gaps.
 *
 * @param column n values; NaN is missing
 * @param count knots of a smooth curve, at most; heaped values make them fewer
 */
export function chooseKnots(column: Float32Array, count: number): Knots {
  const known = column.filter((x) => !Number.isNaN(x)).sort();
  const missing = known.length < column.length;
  const distinct = known.filter((x, i) => i === 0 || x !== known[i - 1]);
  if (distinct.length <= MOST_LEVELS) return {at: [...distinct], missing, levels: true};
  const quantiles = Array.from({length: count}, (_, k) => {
    const share = 0.5 - (0.5 - TAIL) * Math.cos((Math.PI * k) / (count - 1));
    return known[Math.round(share * (known.length - 1))];
  });
  return {at: quantiles.filter((x, k) => k === 0 || x !== quantiles[k - 1]), missing, levels: false};
}

/**
 * Few of a feature's knots, for the sides of surfaces: all its levels, or a smooth curve's thinned evenly.
 *
 * They are knots of the curve too, so that the curve can hold whatever depends on its feature alone.
 */
export function thinKnots(knots: Knots, count: number): Knots {
  const {at, levels} = knots;
  if (levels || at.length <= count) return knots;
  const kept = Array.from({length: count}, (_, k) => at[Math.round((k * (at.length - 1)) / (count - 1))]);
  return {...knots, at: kept};
}

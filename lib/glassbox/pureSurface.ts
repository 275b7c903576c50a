import type {Knots} from "./chooseKnots.js";
import type {Term} from "./terms.js";
import type {Surface} from "./types.js";

/**
 * A surface's values less what depends on one of its features alone, which `curveRows` gives to their curves.
 *
 * v_ab − v_a· − v_·b, where dots are means over a feature's own shares of the rows, less the mean of that over the rows.
 *
 * @param beta all coefficients
 * @param coarse knots of surfaces, one a feature
 * @see Lengerich et al. 2020, Purifying interaction effects with the functional ANOVA, AISTATS 23
 */
export function pureSurface(
  {features, start, means, sides}: Term,
  beta: Float64Array,
  coarse: readonly Knots[]
): Surface {
  const [first, second] = features as [number, number];
  const [sharesA, sharesB] = sides;
  const columns = sharesB.length;
  const rows = Array.from(sharesA, (_, a) => beta.slice(start + a * columns, start + (a + 1) * columns));
  const meansA = rows.map((row) => weighted(row, sharesB));
  const meansB = Array.from(sharesB, (_, b) => weighted(rows.map((row) => row[b]), sharesA)); // prettier-ignore
  const pure = rows.map((row, a) => Array.from(row, (value, b) => value - meansA[a] - meansB[b]));
  const mean = weighted(pure.flat(), means);
  const known = pure.map((row) => [...row.map((value) => value - mean), ...(coarse[second].missing ? [] : [0])]);
  return {
    features: [first, second],
    knots: [coarse[first].at, coarse[second].at],
    values: coarse[first].missing ? known : [...known, new Array<number>(known[0].length).fill(0)]
  };
}

const weighted = (values: ArrayLike<number>, shares: Float64Array) =>
  shares.reduce((sum, share, k) => sum + share * values[k], 0);

import {shuffle} from "../exams/shuffle.js";
import {randomSource} from "../random/randomSource.js";
import {askedModel} from "./askedModel.js";
import {runningMeans} from "./runningMeans.js";
import type {RowExplanation} from "./types.js";

/** SHAP values that were sampled: base plus the sum of `phi` is the prediction all the same. */
export interface SampledExplanation extends RowExplanation {
  readonly standardErrors: Float64Array; // of `phi`
}

/** How long to sample. */
export interface PermutationOptions {
  readonly permutations: number; // walks from a background row to the row
  readonly seed: number; // any integer; the same seed gives the same values
}

/**
 * SHAP values of one row under any model, by sampling, in the unit of its predictions.
 *
 * Interventional: v(S) is the mean prediction over the background with the features in S replaced by the row's. A
 * permutation makes a background row into the row, one feature after the other, and each change of the prediction
 * counts for its feature; the same is done in reverse order. Background rows take turns, in an order that is drawn, so
 * a multiple of them as pairs uses each equally, and base is the mean prediction over those used.
 *
 * Standard errors come from the spread over such pairs, that of the background rows included. With no more pairs than
 * rows they hold for the game of all the rows that the background is a sample of. Against the game of these very rows
 * they are too large, never too small, since rows in turns leave less to chance than rows drawn.
 *
 * @param predict may not keep the row it is given; asked (2M − 1) times a pair
 * @param row M values, NaN where missing
 * @param background rows like it, 1 or more
 * @param options permutations are an even number, 4 or more
 * @throws RangeError if there is no feature or background, widths differ, a prediction is not finite, or the number of
 *   permutations is not even and 4 or more
 * @see Castro, Gómez and Tejada 2009, Computers & Operations Research 36(5), for the sampling; Štrumbelj and Kononenko
 *   2014, Knowledge and Information Systems 41(3), for the game; Mitchell et al. 2022, JMLR 23(43), for the reverse
 */
export function permutationShap(
  predict: (x: Float64Array) => number,
  row: ArrayLike<number>,
  background: readonly ArrayLike<number>[],
  {permutations, seed}: PermutationOptions
): SampledExplanation {
  const ask = askedModel("permutationShap", predict, row, background);
  if (!(Number.isInteger(permutations / 2) && permutations >= 4))
    throw new RangeError(`permutationShap requires an even number of permutations, 4 or more; got ${permutations}`);
  const random = randomSource(seed);
  const others = shuffle([...background], random);
  const order = Array.from(row, (_, j) => j);
  const prediction = ask(Float64Array.from(row));
  const bases = runningMeans(1);
  const phi = runningMeans(row.length);
  for (let pair = 0; pair < permutations / 2; pair++) {
    const other = Float64Array.from(others[pair % others.length]);
    const base = ask(other.slice());
    const ofPair = new Float64Array(row.length);
    shuffle(order, random);
    for (const walk of [order, [...order].reverse()]) {
      const x = other.slice();
      let before = base;
      walk.forEach((j, known) => {
        x[j] = row[j];
        const after = known === walk.length - 1 ? prediction : ask(x);
        ofPair[j] += (after - before) / 2;
        before = after;
      });
    }
    bases.add(Float64Array.of(base));
    phi.add(ofPair);
  }
  return {base: bases.means[0], phi: phi.means, standardErrors: phi.standardErrors()};
}

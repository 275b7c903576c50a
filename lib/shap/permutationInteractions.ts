import {shuffle} from "../exams/shuffle.js";
import {randomSource} from "../random/randomSource.js";
import {askedModel} from "./askedModel.js";
import type {PermutationOptions} from "./permutationShap.js";
import type {RowInteractions} from "./types.js";
import {runningMeans} from "./runningMeans.js";

/** SHAP interaction values that were sampled: base plus the sum of `phi` is the prediction all the same. */
export interface SampledInteractions extends RowInteractions {
  readonly standardErrors: Float64Array; // of `phi`, M × M
}

/**
 * SHAP interaction values of one row under any model, by sampling, in the unit of its predictions.
 *
 * The game is that of `permutationShap`. Where i and j follow each other in a permutation, after the features of S,
 * ½ (v(S ∪ {i, j}) − v(S ∪ {i}) − v(S ∪ {j}) + v(S)) is an unbiased sample of Φij, since each size of S is as likely.
 * So that no pair goes short, a round walks M permutations, with one background row: the zigzag 0, 1, −1, 2, −2, ...
 * and its M − 1 shifts, modulo M, under names drawn anew. In these any two features are neighbours exactly twice, and
 * every feature takes every place once, which samples the SHAP values themselves. Background rows take turns.
 *
 * Standard errors come from the spread over rounds; what they hold for is told at `permutationShap`.
 *
 * @param predict may not keep the row it is given; asked 2M (M − 1) + 1 times a round
 * @param row M values, NaN where missing
 * @param background rows like it, 1 or more
 * @param options permutations are rounded up to whole rounds of M, 2 or more
 * @throws RangeError if there is no feature or background, widths differ, a prediction is not finite, or the
 *   permutations are M or fewer
 * @see Williams 1949, Australian Journal of Scientific Research A 2(2), 149-168, for the zigzag
 */
export function permutationInteractions(
  predict: (x: Float64Array) => number,
  row: ArrayLike<number>,
  background: readonly ArrayLike<number>[],
  {permutations, seed}: PermutationOptions
): SampledInteractions {
  const ask = askedModel("permutationInteractions", predict, row, background);
  const M = row.length;
  if (!(Number.isInteger(permutations) && permutations > M))
    throw new RangeError(`permutationInteractions requires more than ${M} permutations; got ${permutations}`);
  const random = randomSource(seed);
  const others = shuffle([...background], random);
  const names = Array.from(row, (_, j) => j);
  const zigzag = names.map((place) => (place % 2 ? (place + 1) / 2 : (M - place / 2) % M));
  const prediction = ask(Float64Array.from(row));
  const bases = runningMeans(1);
  const phi = runningMeans(M * M);
  for (let round = 0; round < permutations / M; round++) {
    const other = Float64Array.from(others[round % others.length]);
    const base = ask(other.slice());
    const ofRound = new Float64Array(M * M);
    shuffle(names, random);
    for (let shift = 0; shift < M; shift++) {
      const order = zigzag.map((place) => names[(place + shift) % M]);
      const x = other.slice();
      const values = [base]; // with the first features of the order known, one after the other
      const skips: number[] = []; // with the last of them unknown and the one after it known instead
      for (const [k, j] of order.entries()) {
        if (k < M - 1) {
          const next = order[k + 1];
          x[next] = row[next];
          skips.push(ask(x));
          x[next] = other[next];
        }
        x[j] = row[j];
        values.push(k < M - 1 ? ask(x) : prediction);
        ofRound[j * M + j] += (values[k + 1] - values[k]) / M;
      }
      for (const [k, skip] of skips.entries()) {
        const [i, j] = order.slice(k, k + 2);
        const quarter = (values[k + 2] - values[k + 1] - skip + values[k]) / 4; // each pair comes twice a round
        ofRound[i * M + j] += quarter;
        ofRound[j * M + i] += quarter;
        ofRound[i * M + i] -= quarter;
        ofRound[j * M + j] -= quarter;
      }
    }
    bases.add(Float64Array.of(base));
    phi.add(ofRound);
  }
  return {base: bases.means[0], phi: phi.means, standardErrors: phi.standardErrors()};
}

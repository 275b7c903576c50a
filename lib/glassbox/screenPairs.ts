import type {Columns} from "../columns.js";
import {sigmoid} from "../sigmoid.js";
import type {Knots} from "./chooseKnots.js";
import {knotPosition} from "./knotPosition.js";

const SHRINK = 10; // weight of rows that a cell needs to be believed by half

/**
 * The pairs of features that would add most to a fit without them, one after the other.
 *
 * Rows are put into cells by the knots nearest to their two values. A pair scores what one shrunken Newton step a cell
 * would gain, Σ R² / (W + 10) over cells with sums R of residuals y − p and W of weights p (1 − p), less 1 a cell,
 * which is what chance gains. Having chosen a pair, its step is taken. Scores seldom rise, so that only the leading
 * pair is scored again. A pair must gain twice what chance does.
 *
 * @param margins of the fit without pairs, log-odds
 * @param count most pairs to choose
 * @returns indices of columns, each pair ascending
 * @see Lou, Caruana, Gehrke and Hooker 2013, Accurate intelligible models with pairwise interactions, KDD
 */
export function screenPairs(
  X: Columns,
  y: ArrayLike<number>,
  margins: Float64Array,
  knots: readonly Knots[],
  count: number
): (readonly [number, number])[] {
  if (count === 0) return [];
  const cells = X.columns.map((column, j) => Uint8Array.from(column, (x) => Math.round(knotPosition(knots[j].at, x))));
  const residuals = margins.map((m, i) => y[i] - sigmoid(m));
  const weights = margins.map((m) => sigmoid(m) * sigmoid(-m));
  const tally = (pair: readonly [number, number], values: Float64Array) => {
    const [a, b] = [cells[pair[0]], cells[pair[1]]];
    const columns = knots[pair[1]].at.length + 1;
    const sums = new Float64Array((knots[pair[0]].at.length + 1) * columns);
    for (let i = 0; i < values.length; i++) sums[a[i] * columns + b[i]] += values[i];
    return sums;
  };
  const candidates = knots.flatMap((_, j) =>
    knots.slice(0, j).map((_, k) => {
      const pair = [k, j] as const;
      const weight = tally(pair, weights);
      const score = () =>
        tally(pair, residuals).reduce((sum, r, c) => sum + (weight[c] > 0 ? r ** 2 / (weight[c] + SHRINK) - 1 : 0), 0);
      return {pair, weight, score, was: score()};
    })
  );
  const chosen: (readonly [number, number])[] = [];
  while (chosen.length < count && candidates.length > 0) {
    candidates.sort((a, b) => b.was - a.was);
    const [best] = candidates;
    best.was = best.score();
    if (candidates.length > 1 && best.was < candidates[1].was) continue;
    if (best.was <= best.weight.filter((w) => w > 0).length) break;
    candidates.shift();
    chosen.push(best.pair);
    const [a, b] = best.pair;
    const columns = knots[b].at.length + 1;
    const steps = tally(best.pair, residuals).map((r, c) => r / (best.weight[c] + SHRINK));
    for (let i = 0; i < residuals.length; i++) residuals[i] -= weights[i] * steps[cells[a][i] * columns + cells[b][i]];
  }
  return chosen;
}

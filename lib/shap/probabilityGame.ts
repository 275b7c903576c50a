import {sigmoid} from "../sigmoid.js";

/**
 * The game of a model in probability: v(S) is the probability of 1 at the margin expected when only S is known.
 *
 * Its Shapley values add up, exactly, from the probability at the margin expected of all tracks to that of the row. They
 * need no background rows. v(S) is not the expected probability: a coalition's margin is averaged before it is bent.
 *
 * @param margins from `treeGame`, `logisticGame` or `glassboxGame`, log-odds
 * @returns as many probabilities
 */
export function probabilityGame(margins: Float64Array): Float64Array {
  const p = new Float64Array(margins.length);
  for (let S = 0; S < p.length; S++) p[S] = sigmoid(margins[S]);
  return p;
}

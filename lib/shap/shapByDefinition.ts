import type {TreeEnsemble} from "../trees/types.js";
import {bruteForce} from "./bruteForce.js";
import {coalitionValues} from "./coalitionValues.js";
import type {RowExplanation} from "./types.js";

/**
 * SHAP values of one row of a tree ensemble by their definition: the slow way that every faster one is checked against.
 *
 * A generator, so that its caller can show progress, breathe or stop between any two trees.
 *
 * @param row one value a feature, NaN where missing
 * @yields the number of trees done
 * @returns log-odds
 * @throws RangeError if the row has another width than the ensemble, or more than 24 features
 */
export function* shapByDefinition(
  ensemble: TreeEnsemble,
  row: ArrayLike<number>
): Generator<number, RowExplanation, void> {
  const values = yield* coalitionValues(ensemble, row);
  return bruteForce((S) => values[S], ensemble.features.length);
}

import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {coalitionValues} from "../../../lib/shap/coalitionValues.js";
import type {RowExplanation} from "../../../lib/shap/types.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";

/** SHAP values of a row from all its coalitions. */
export function byDefinition(ensemble: TreeEnsemble, row: ArrayLike<number>): RowExplanation {
  const steps = coalitionValues(ensemble, row);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const values = step.value;
  return bruteForce((S) => values[S], row.length);
}

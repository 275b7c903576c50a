import {bruteForceInteractions} from "../../../lib/shap/bruteForceInteractions.js";
import {coalitionValues} from "../../../lib/shap/coalitionValues.js";
import type {RowInteractions} from "../../../lib/shap/types.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";

/** Interaction values of a row from all its coalitions. */
export function interactionsByDefinition(ensemble: TreeEnsemble, row: ArrayLike<number>): RowInteractions {
  const steps = coalitionValues(ensemble, row);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const values = step.value;
  return bruteForceInteractions((S) => values[S], row.length);
}

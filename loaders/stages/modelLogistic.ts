import {CannotFit} from "../../lib/CannotFit.js";
import {takeRows, takeValues} from "../../lib/columns.js";
import {fitLogistic} from "../../lib/logistic/fitLogistic.js";
import type {LogisticModel} from "../../lib/logistic/types.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

/** The logistic regression the pages use, fitted to all clean tracks; null where a line parts hits from flops. */
export default defineStage(({table: {X, label, clean}}: {table: Table}): LogisticModel | null => {
  try {
    return fitLogistic(takeRows(X, clean), takeValues(label, clean));
  } catch (error) {
    if (error instanceof CannotFit) return null;
    throw error;
  }
});

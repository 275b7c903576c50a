import {takeRows, takeValues} from "../../lib/columns.js";
import {fitLogistic} from "../../lib/logistic/fitLogistic.js";
import type {LogisticModel} from "../../lib/logistic/types.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";

/** The logistic regression the pages use: fitted to all clean tracks. */
export default defineStage(({dataset: {raw, clean}}: {dataset: Dataset}): LogisticModel =>
  fitLogistic(takeRows(raw.X, clean), takeValues(raw.label, clean))
);

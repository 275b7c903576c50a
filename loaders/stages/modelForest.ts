import {takeRows, takeValues} from "../../lib/columns.js";
import {fitForest, type ForestOptions} from "../../lib/forest/fitForest.js";
import type {Forest} from "../../lib/forest/types.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

/** The random forest that is explained, fitted to all clean tracks. */
export default defineStage(({table: {X, label, clean}}: {table: Table}, forest: ForestOptions, {onProgress}): Forest =>
  fitForest(takeRows(X, clean), takeValues(label, clean), {
    ...forest,
    onTree: (done, total) => onProgress(done / total)
  })
);

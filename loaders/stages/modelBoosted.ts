import {takeRows, takeValues} from "../../lib/columns.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";

/** The boosted trees the pages and commands use: fitted to all clean tracks. */
export default defineStage(
  ({dataset: {raw, clean}}: {dataset: Dataset}, boosted: BoostedOptions, {onProgress}): TreeEnsemble =>
    fitBoosted(takeRows(raw.X, clean), takeValues(raw.label, clean), {
      ...boosted,
      onRound: (done, total) => onProgress(done / total)
    })
);

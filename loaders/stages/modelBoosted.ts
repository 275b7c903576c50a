import {takeRows, takeValues} from "../../lib/columns.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {roundTrees} from "../../lib/trees/roundTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {boostedPace} from "../models/boostedSettings.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

/** The boosted trees the pages and commands use: fitted to all clean tracks. */
export default defineStage(
  ({table: {X, label, artist, clean}}: {table: Table}, boosted: BoostedOptions, {onProgress}): TreeEnsemble =>
    roundTrees(
      fitBoosted(takeRows(X, clean), takeValues(label, clean), {
        ...boostedPace(clean.length),
        ...boosted,
        groups: takeValues(artist, clean),
        onRound: (done, total) => onProgress(done / total)
      })
    )
);

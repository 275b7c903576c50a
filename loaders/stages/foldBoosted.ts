import {takeValues} from "../../lib/columns.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import {roundTrees} from "../../lib/trees/roundTrees.js";
import {boostedPace} from "../models/boostedSettings.js";
import {defineStage} from "../store/stage.js";
import {predictFold, type FoldNeeds, type FoldOptions} from "./predictFold.js";

/** One fold of the boosted trees, as coarse as the one the pages load. */
export default defineStage(
  (needs: FoldNeeds, {boosted, ...options}: FoldOptions & {boosted: BoostedOptions}, {onProgress}) =>
    predictFold(needs, options, ({rows, X, y}) => {
      const groups = takeValues(needs.table.artist, rows);
      const onRound = (done: number, total: number) => onProgress(done / total);
      const trees = roundTrees(fitBoosted(X, y, {...boostedPace(X.length), ...boosted, groups, onRound}));
      return {predict: (asked) => predictTrees(trees, asked.X)};
    })
);

import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import {defineStage} from "../store/stage.js";
import {splitFold, type FoldNeeds, type FoldOptions, type FoldPredictions} from "./splitFold.js";

/** One fold of the boosted trees. */
export default defineStage(
  (needs: FoldNeeds, {boosted, ...fold}: FoldOptions & {boosted: BoostedOptions}, {onProgress}): FoldPredictions => {
    const {train, test} = splitFold(needs, fold);
    const onRound = (done: number, total: number) => onProgress(done / total);
    const trees = fitBoosted(train.X, train.y, {...boosted, onRound});
    return {rows: test.rows, p: predictTrees(trees, test.X)};
  }
);

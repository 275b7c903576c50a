import {fitForest, type ForestOptions} from "../../lib/forest/fitForest.js";
import {predictForest} from "../../lib/forest/predictForest.js";
import {halvedForMany} from "../models/manyRows.js";
import {defineStage} from "../store/stage.js";
import {predictFold, type FoldNeeds, type FoldOptions} from "./predictFold.js";

/** One fold of the random forest on all rows. */
export default defineStage(
  (
    needs: FoldNeeds,
    {forest: settings, ...options}: FoldOptions & {forest: ForestOptions & {trees: number}},
    {onProgress}
  ) =>
    predictFold(needs, options, ({X, y}) => {
      const trees = halvedForMany(settings.trees, X.length);
      const forest = fitForest(X, y, {...settings, trees, onTree: (done, total) => onProgress(done / total)});
      return {predict: (asked) => predictForest(forest, asked.X)};
    })
);

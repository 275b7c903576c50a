import {fitSampledForest, type SampledForestOptions} from "../../lib/forest/fitSampledForest.js";
import {predictForest} from "../../lib/forest/predictForest.js";
import {defineStage} from "../store/stage.js";
import {predictFold, type FoldNeeds, type FoldOptions} from "./predictFold.js";

/** One fold of ml-random-forest, on the sample it can afford. */
export default defineStage(
  (needs: FoldNeeds, {forest: settings, ...options}: FoldOptions & {forest: SampledForestOptions}, {onProgress}) =>
    predictFold(needs, options, ({X, y}) => {
      const forest = fitSampledForest(X, y, {...settings, onTree: (done, total) => onProgress(done / total)});
      return {
        predict: (asked) => predictForest(forest, asked.X),
        notes: {rows: settings.rows, trees: settings.trees}
      };
    })
);

import {fitLogistic} from "../../lib/logistic/fitLogistic.js";
import {predictLogistic} from "../../lib/logistic/predictLogistic.js";
import {defineStage} from "../store/stage.js";
import {splitFold, type FoldNeeds, type FoldOptions, type FoldPredictions} from "./splitFold.js";

/** One fold of the logistic regression. */
export default defineStage((needs: FoldNeeds, options: FoldOptions): FoldPredictions => {
  const {train, test} = splitFold(needs, options);
  return {rows: test.rows, p: predictLogistic(fitLogistic(train.X, train.y), test.X)};
});

import {fitMajority} from "../../lib/majority/fitMajority.js";
import {predictMajority} from "../../lib/majority/predictMajority.js";
import {defineStage} from "../store/stage.js";
import {splitFold, type FoldNeeds, type FoldOptions, type FoldPredictions} from "./splitFold.js";

/** One fold of the base rate. */
export default defineStage((needs: FoldNeeds, options: FoldOptions): FoldPredictions => {
  const {train, test} = splitFold(needs, options);
  return {rows: test.rows, p: predictMajority(fitMajority(train.X, train.y), test.X)};
});

import {fitLogistic} from "../../lib/logistic/fitLogistic.js";
import {predictLogistic} from "../../lib/logistic/predictLogistic.js";
import {defineStage} from "../store/stage.js";
import {predictFold, type FoldNeeds, type FoldOptions} from "./predictFold.js";

/** One fold of the logistic regression. */
export default defineStage((needs: FoldNeeds, options: FoldOptions) =>
  predictFold(needs, options, ({X, y}) => {
    const model = fitLogistic(X, y);
    return {predict: (asked) => predictLogistic(model, asked.X)};
  })
);

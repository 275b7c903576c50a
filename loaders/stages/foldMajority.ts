import {fitMajority} from "../../lib/majority/fitMajority.js";
import {predictMajority} from "../../lib/majority/predictMajority.js";
import {defineStage} from "../store/stage.js";
import {predictFold, type FoldNeeds, type FoldOptions} from "./predictFold.js";

/** One fold of the base rate. */
export default defineStage((needs: FoldNeeds, options: FoldOptions) =>
  predictFold(needs, options, ({X, y}) => {
    const model = fitMajority(X, y);
    return {predict: (asked) => predictMajority(model, asked.X)};
  })
);

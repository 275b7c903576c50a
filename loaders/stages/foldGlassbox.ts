import {fitGlassbox, type GlassboxOptions} from "../../lib/glassbox/fitGlassbox.js";
import {predictGlassbox} from "../../lib/glassbox/predictGlassbox.js";
import {defineStage} from "../store/stage.js";
import {predictFold, type FoldNeeds, type FoldOptions} from "./predictFold.js";

/** One fold of the glassbox. */
export default defineStage((needs: FoldNeeds, {glassbox, ...options}: FoldOptions & {glassbox: GlassboxOptions}) =>
  predictFold(needs, options, ({X, y}) => {
    const {model} = fitGlassbox(X, y, glassbox);
    return {predict: (asked) => predictGlassbox(model, asked.X)};
  })
);

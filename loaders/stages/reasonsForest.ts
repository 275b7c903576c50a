import {takeRows, takeValues} from "../../lib/columns.js";
import {evenPick} from "../../lib/evenPick.js";
import type {Forest} from "../../lib/forest/types.js";
import {interactTrees} from "../../lib/shap/interactTrees.js";
import {pairIndex} from "../../lib/shap/pairIndex.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import {defineStage} from "../store/stage.js";
import {meanInteractions, type ExplainedModel, type ExplainNeeds} from "./explainedModel.js";

/** How the forest explains, exactly; in probability, which is what its trees add up. */
export default defineStage(
  (
    {table: {X}, explained, model: {trees}}: ExplainNeeds<Forest>,
    {pairTracks}: {pairTracks: number}, // interactions of deep trees take long
    {onProgress}
  ): ExplainedModel => {
    const few = takeRows(X, takeValues(explained, evenPick(explained.length, pairTracks)));
    const half = (from: number) => (done: number, total: number) => onProgress(from + done / total / 2);
    const alone = shapTrees(trees, takeRows(X, explained), {onProgress: half(0)});
    const {phi: together} = interactTrees(trees, few, {onProgress: half(0.5)});
    return {
      spaces: [{space: "probability", ...alone, standardErrors: null}],
      interactions: meanInteractions(few, (i, j, k) => together[pairIndex(j, k)][i])
    };
  }
);

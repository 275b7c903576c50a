import {takeRows} from "../../lib/columns.js";
import {interactTrees} from "../../lib/shap/interactTrees.js";
import {pairIndex} from "../../lib/shap/pairIndex.js";
import {probabilityExplainer} from "../../lib/shap/probabilityExplainer.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {defineStage} from "../store/stage.js";
import {meanInteractions, type ExplainedModel, type ExplainNeeds} from "./explainedModel.js";
import {explainRows} from "./explainRows.js";

/** How the boosted trees explain, exactly. */
export default defineStage(
  ({table: {X}, explained, model}: ExplainNeeds<TreeEnsemble>, _: object, {onProgress}): ExplainedModel => {
    const rows = takeRows(X, explained);
    const {phi: together} = interactTrees(model, rows);
    return {
      spaces: [
        {space: "log-odds", ...shapTrees(model, rows), standardErrors: null},
        {space: "probability", ...explainRows(probabilityExplainer(model), rows, onProgress)}
      ],
      interactions: meanInteractions(rows, (i, j, k) => together[pairIndex(j, k)][i])
    };
  }
);

import {takeRows} from "../../lib/columns.js";
import {contributionsOfGlassboxRow} from "../../lib/glassbox/contributionsOfGlassboxRow.js";
import type {GlassboxFit} from "../../lib/glassbox/fitGlassbox.js";
import {glassboxGame} from "../../lib/shap/glassboxGame.js";
import {glassboxInteractions} from "../../lib/shap/glassboxInteractions.js";
import {probabilityGame} from "../../lib/shap/probabilityGame.js";
import {shapleyOfValues} from "../../lib/shap/shapleyOfValues.js";
import {defineStage} from "../store/stage.js";
import {meanInteractions, type ExplainedModel, type ExplainNeeds} from "./explainedModel.js";
import {explainRows} from "./explainRows.js";

/** How the glassbox explains, in closed form. */
export default defineStage(
  ({table: {X}, explained, model: {model}}: ExplainNeeds<GlassboxFit>, _: object, {onProgress}): ExplainedModel => {
    const rows = takeRows(X, explained);
    const contributions = (row: Float32Array) => ({
      base: model.interceptLogOdds,
      phi: contributionsOfGlassboxRow(model, row)
    });
    const game = glassboxGame(model);
    const together = Array.from({length: rows.length}, (_, i) =>
      glassboxInteractions(
        model,
        Float32Array.from(rows.columns, (column) => column[i])
      )
    );
    return {
      spaces: [
        {space: "log-odds", ...explainRows(contributions, rows, () => undefined)},
        {space: "probability", ...explainRows((row) => shapleyOfValues(probabilityGame(game(row))), rows, onProgress)}
      ],
      interactions: meanInteractions(rows, (i, j, k) => together[i].phi[j * rows.columns.length + k])
    };
  }
);

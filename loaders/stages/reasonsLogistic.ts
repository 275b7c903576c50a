import {takeRows} from "../../lib/columns.js";
import type {LogisticModel} from "../../lib/logistic/types.js";
import {logisticGame} from "../../lib/shap/logisticGame.js";
import {shapLogistic} from "../../lib/shap/shapLogistic.js";
import {probabilityGame} from "../../lib/shap/probabilityGame.js";
import {shapleyOfValues} from "../../lib/shap/shapleyOfValues.js";
import {defineStage} from "../store/stage.js";
import {meanInteractions, type ExplainedModel, type ExplainNeeds} from "./explainedModel.js";
import {explainRows} from "./explainRows.js";

/** How the logistic regression explains, in closed form; null where none could be fitted. */
export default defineStage(
  (
    {table: {X}, explained, model}: ExplainNeeds<LogisticModel | null>,
    _: object,
    {onProgress}
  ): ExplainedModel | null => {
    if (!model) return null;
    const rows = takeRows(X, explained);
    const game = logisticGame(model);
    return {
      spaces: [
        {space: "log-odds", ...shapLogistic(model, rows), standardErrors: null},
        {space: "probability", ...explainRows((row) => shapleyOfValues(probabilityGame(game(row))), rows, onProgress)}
      ],
      interactions: meanInteractions(rows, () => 0) // it adds up single features alone
    };
  }
);

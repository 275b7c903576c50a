import {selectColumns, type Columns} from "../../lib/columns.js";
import {interactionsOfValues} from "../../lib/shap/interactionsOfValues.js";
import {interactTrees} from "../../lib/shap/interactTrees.js";
import {pairIndex} from "../../lib/shap/pairIndex.js";
import {probabilityGame} from "../../lib/shap/probabilityGame.js";
import {shapleyOfValues} from "../../lib/shap/shapleyOfValues.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import {treeGame} from "../../lib/shap/treeGame.js";
import {predictMargins} from "../../lib/trees/predictMargins.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {ExplainMode} from "./commandOptions.js";
import {featurePairs} from "./featurePairs.js";

/** What `explain` writes of a batch: in every row, base and the columns add up to the prediction. */
export interface ExplainedBatch {
  readonly base: number;
  readonly columns: readonly Float64Array[]; // a feature each, and with interactions then a pair each
  readonly predictions: Float64Array; // margins or probabilities as the model predicts them
}

/** Explains a batch of rows. */
export function explainBatch(model: TreeEnsemble, X: Columns, {interactions, space}: ExplainMode): ExplainedBatch {
  if (space === "probability") return {...inProbability(model, X, interactions), predictions: predictTrees(model, X)};
  const predictions = predictMargins(model, X);
  if (!interactions) {
    const {base, phi} = shapTrees(model, X);
    return {base, columns: phi, predictions};
  }
  const {base, phi} = interactTrees(model, X);
  const main = model.features.map((_, j) => phi[pairIndex(j, j)]);
  const pairs = featurePairs(main.length).map(([i, j]) => phi[pairIndex(i, j)].map((half) => 2 * half));
  return {base, columns: [...main, ...pairs], predictions};
}

function inProbability(model: TreeEnsemble, X: Columns, interactions: boolean) {
  const game = treeGame(model);
  const {columns: features} = selectColumns(X, model.features);
  const M = features.length;
  const pairs = interactions ? featurePairs(M) : [];
  const columns = Array.from({length: M + pairs.length}, () => new Float64Array(X.length));
  let base = 0;
  for (let row = 0; row < X.length; row++) {
    const values = probabilityGame(game(features.map((column) => column[row])));
    base = values[0];
    const {phi} = interactions ? interactionsOfValues(values) : shapleyOfValues(values);
    for (let j = 0; j < M; j++) columns[j][row] = phi[interactions ? j * M + j : j];
    pairs.forEach(([i, j], k) => (columns[M + k][row] = 2 * phi[i * M + j]));
  }
  return {base, columns};
}

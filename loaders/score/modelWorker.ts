// Asks the model in a worker thread; the model comes with the thread, the rows with each task.
import {workerData} from "piscina";
import type {Columns} from "../../lib/columns.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import {predictMargins} from "../../lib/trees/predictMargins.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {StreamCommand} from "./commandOptions.js";
import type {MarginExplanation} from "./explainedCsv.js";

/** What is asked of the model. */
export interface ModelTask {
  readonly command: StreamCommand;
  readonly X: Columns;
}

export default function askModel({command, X}: ModelTask): Float64Array | MarginExplanation {
  const model = workerData as TreeEnsemble;
  if (command === "score") return predictTrees(model, X);
  return {...shapTrees(model, X), margins: predictMargins(model, X)};
}

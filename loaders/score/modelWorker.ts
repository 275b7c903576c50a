// Asks the model in a worker thread; the model comes with the thread, the rows with each task.
import {workerData} from "piscina";
import type {Columns} from "../../lib/columns.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {ExplainMode} from "./commandOptions.js";
import {explainBatch, type ExplainedBatch} from "./explainBatch.js";

/** What is asked of the model: probabilities, or their reasons in a mode. */
export interface ModelTask {
  readonly X: Columns;
  readonly mode?: ExplainMode;
}

export default function askModel({X, mode}: ModelTask): Float64Array | ExplainedBatch {
  const model = workerData as TreeEnsemble;
  return mode ? explainBatch(model, X, mode) : predictTrees(model, X);
}

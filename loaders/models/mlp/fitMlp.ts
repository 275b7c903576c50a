import type {Columns} from "../../../lib/columns.js";
import {openTensorFlow} from "./openTensorFlow.js";
import type {MlpOptions} from "./mlpOptions.js";
import {type MlpFit, trainMlp} from "./trainMlp.js";

export type {MlpFit, MlpOptions};

/** Trains a network with the TensorFlow.js found here; trainMlp says how. */
export async function fitMlp(X: Columns, y: Uint8Array, options: MlpOptions): Promise<MlpFit> {
  return trainMlp(await openTensorFlow(), X, y, options);
}

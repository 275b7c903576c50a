import {checkTraining} from "../../../lib/checkTraining.js";
import type {Columns} from "../../../lib/columns.js";
import {columnScale} from "../../../lib/logistic/columnScale.js";
import {columnKnots} from "../../../lib/mlp/columnKnots.js";
import type {Mlp, MlpLayer} from "../../../lib/mlp/types.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {shortestFloat} from "../../../lib/trees/shortestFloat.js";
import {encodeRows} from "./encodeRows.js";
import {type MlpOptions, mlpSettings} from "./mlpOptions.js";
import type {TensorFlow} from "./openTensorFlow.js";
import type {TrainedLayer} from "./trainedLayer.js";
import {trainLayers} from "./trainLayers.js";
import {validationRows} from "./validationRows.js";

/** A trained network, and how it came about. */
export interface MlpFit {
  readonly model: Mlp;
  readonly backend: TensorFlow["backend"]; // of TensorFlow.js; another one gives other bytes
  readonly epochs: number; // run; the weights are those of the best of them
}

/**
 * A feed-forward network for two classes, trained by TensorFlow.js: log loss, Adam, dropout and early stopping.
 *
 * Knots and medians are of all rows; a share of them, whole groups where these are given, is held back to stop by. Too
 * few rows to hold back some of both classes: all are trained on, for all epochs.
 *
 * @param X n rows; NaN is missing and counts as the median
 * @param y outcomes, n values, each 0 or 1
 * @throws RangeError as checkTraining, if groups are not n, an option is out of range, or the weights do not stay finite
 */
export function trainMlp({tf, backend}: TensorFlow, X: Columns, y: Uint8Array, options: MlpOptions): MlpFit {
  const settings = mlpSettings(options);
  checkTraining("fitMlp", X, y);
  const {seed, segments, groups, validation} = settings;
  if (groups && groups.length !== y.length) {
    throw new RangeError(`fitMlp requires equal lengths; got y ${y.length}, groups ${groups.length}`);
  }
  const random = randomSource(seed);
  const medians = X.columns.map((column) => columnScale(column).median);
  const knots = X.columns.map((column) => columnKnots(column, segments));
  const {inputs, means} = encodeRows({medians, knots}, X);
  const heldBack = validationRows(y, groups, validation, random);
  const {layers, epochs} = trainLayers(tf, {inputs, y: Float32Array.from(y)}, heldBack, settings, random);
  const model: Mlp = {
    format: "trackoracle-mlp/1",
    features: [...X.names],
    medians,
    knots,
    layers: layers.map((layer, l) => finished(l === 0 ? uncentred(layer, means) : layer))
  };
  return {model, backend, epochs};
}

/** The same layer for inputs whose means are not taken off. */
function uncentred({weights, biases}: TrainedLayer, means: Float64Array): TrainedLayer {
  const units = biases.length;
  const moved = biases.map((bias, unit) =>
    means.reduce((sum, mean, i) => sum - mean * weights[i * units + unit], bias)
  );
  return {weights, biases: moved};
}

/** Weights keep four digits, which makes the page's file a quarter smaller: no probability moves by more than 2e-4. */
function finished({weights, biases}: TrainedLayer): MlpLayer {
  return {
    weights: Array.from(weights, (weight) => Number(weight.toPrecision(4))),
    biases: Array.from(biases, shortestFloat)
  };
}

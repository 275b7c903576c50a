import {shuffle} from "../../../lib/exams/shuffle.js";
import {logLoss} from "../../../lib/metrics/logLoss.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {adam} from "./adam.js";
import {dropoutMask} from "./dropoutMask.js";
import {layerOutputs} from "./layerOutputs.js";
import {lossGradients} from "./lossGradients.js";
import type {MlpSettings} from "./mlpOptions.js";
import type {TensorFlow} from "./openTensorFlow.js";
import {type TrainedLayer, weightTensors} from "./trainedLayer.js";

const WARM_UP = 0.2; // share of the steps
const LEAST_STEPS = 32; // an epoch, so that few rows are learned from too

/** Rows as the first layer sees them. */
export interface InputRows {
  readonly inputs: Float32Array; // n × width values, row by row
  readonly y: Float32Array; // outcomes, n values, each 0 or 1
}

/**
 * Trains layers from random ones, in steps over batches of shuffled rows.
 *
 * The learning rate rises linearly over the first fifth of all steps and falls to 0 along half a cosine. After every
 * epoch the log loss of the held-back rows is taken, and the layers of its least are returned.
 *
 * @param heldBack n flags, 1 for rows that are not trained on; if there are none, all epochs are run
 * @param random uniform in [0, 1): first weights, order of rows and dropout are drawn from it
 * @returns the layers, and how many epochs were run
 * @throws RangeError if weights do not stay finite
 */
export function trainLayers(
  tf: TensorFlow["tf"],
  rows: InputRows,
  heldBack: Uint8Array,
  {hidden, epochs, batch, learningRate, dropout, patience, onEpoch}: MlpSettings,
  random: () => number
): {layers: TrainedLayer[]; epochs: number} {
  const numbers = Array.from(heldBack.keys());
  const order = numbers.filter((row) => heldBack[row] === 0);
  const held = takeInputs(
    rows,
    numbers.filter((row) => heldBack[row] === 1)
  );
  const size = Math.min(batch, Math.ceil(order.length / LEAST_STEPS));
  const steps = Math.floor(order.length / size);
  const layers = firstLayers([rows.inputs.length / rows.y.length, ...hidden, 1], random);
  const parameters = flat(layers);
  const optimise = adam(parameters.map(({length}) => length));
  let best = {loss: Infinity, epoch: 0, layers};
  let epoch = 0;
  while (epoch < epochs && epoch - best.epoch < patience) {
    shuffle(order, random);
    for (let step = 0; step < steps; step++) {
      const {inputs, y} = takeInputs(rows, order.slice(step * size, (step + 1) * size));
      const masks = hidden.map((units) => dropoutMask(size * units, dropout, random));
      const gradients = lossGradients(tf, layers, inputs, y, masks);
      optimise(parameters, flat(gradients), learningRate * shareOfRate((epoch * steps + step) / (epochs * steps)));
    }
    epoch++;
    if (!parameters.every((values) => values.every(Number.isFinite))) {
      throw new RangeError(`fitMlp requires a learningRate at which weights stay finite; got ${learningRate}`);
    }
    const loss = held.y.length > 0 ? lossOf(tf, layers, held) : -epoch; // without rows held back the last is the best
    if (loss < best.loss) best = {loss, epoch, layers: structuredClone(layers)};
    onEpoch?.(epoch, epochs);
  }
  return {layers: best.layers, epochs: epoch};
}

function takeInputs({inputs, y}: InputRows, rows: readonly number[]): InputRows {
  const width = inputs.length / y.length;
  const taken = new Float32Array(rows.length * width);
  rows.forEach((row, i) => taken.set(inputs.subarray(row * width, (row + 1) * width), i * width));
  return {inputs: taken, y: Float32Array.from(rows, (row) => y[row])};
}

const flat = (layers: readonly TrainedLayer[]) => layers.flatMap(({weights, biases}) => [weights, biases]);

/** Share of the learning rate after a share of all steps. */
function shareOfRate(done: number): number {
  return done < WARM_UP ? done / WARM_UP : 0.5 + 0.5 * Math.cos((Math.PI * (done - WARM_UP)) / (1 - WARM_UP));
}

/** Weights of variance 2 / inputs, which rectified layers pass on undiminished (He et al. 2015); biases of 0. */
function firstLayers(widths: readonly number[], random: () => number): TrainedLayer[] {
  return widths.slice(1).map((units, l) => {
    const most = Math.sqrt(6 / widths[l]);
    const weights = Float32Array.from({length: widths[l] * units}, () => most * (2 * random() - 1));
    return {weights, biases: new Float32Array(units)};
  });
}

function lossOf(tf: TensorFlow["tf"], layers: readonly TrainedLayer[], {inputs, y}: InputRows): number {
  const margins = tf.tidy(() => {
    const rows = tf.tensor2d(inputs, [y.length, inputs.length / y.length]);
    return layerOutputs(tf, layers, weightTensors(tf, layers), rows)[layers.length].dataSync();
  });
  return logLoss(y, Float64Array.from(margins, sigmoid));
}

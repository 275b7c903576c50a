import type {Tensor2D} from "@tensorflow/tfjs";
import type {TensorFlow} from "./openTensorFlow.js";

/** A layer while it is trained, laid out as MlpLayer. */
export interface TrainedLayer {
  readonly weights: Float32Array; // inputs × outputs, row by row
  readonly biases: Float32Array; // one an output
}

/** The weights of layers as tensors of inputs × outputs. */
export function weightTensors(tf: TensorFlow["tf"], layers: readonly TrainedLayer[]): Tensor2D[] {
  return layers.map(({weights, biases}) => tf.tensor2d(weights, [weights.length / biases.length, biases.length]));
}

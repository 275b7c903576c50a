import type {Tensor2D} from "@tensorflow/tfjs";
import type {TensorFlow} from "./openTensorFlow.js";
import type {TrainedLayer} from "./trainedLayer.js";

/**
 * The inputs and what each layer makes of them: rectified but for the last, whose output is the margin in log-odds.
 *
 * @param weights of the layers, as tensors of inputs × outputs
 * @param inputs rows × inputs
 * @param masks one a hidden layer, rows × outputs, that its outputs are multiplied by; none without dropout
 * @returns one tensor more than layers; the caller disposes of them
 */
export function layerOutputs(
  tf: TensorFlow["tf"],
  layers: readonly TrainedLayer[],
  weights: readonly Tensor2D[],
  inputs: Tensor2D,
  masks: readonly Tensor2D[] = []
): Tensor2D[] {
  const outputs = [inputs];
  layers.forEach(({biases}, l) => {
    const activation = l + 1 < layers.length ? "relu" : "linear";
    const sums = tf.fused.matMul({a: outputs[l], b: weights[l], bias: tf.tensor1d(biases), activation}) as Tensor2D;
    outputs.push(masks[l] ? tf.mul(sums, masks[l]) : sums);
  });
  return outputs;
}

import type {Tensor2D} from "@tensorflow/tfjs";
import {layerOutputs} from "./layerOutputs.js";
import type {TensorFlow} from "./openTensorFlow.js";
import {type TrainedLayer, weightTensors} from "./trainedLayer.js";

/**
 * Gradients of the mean log loss by every weight and bias: the chain rule, written out.
 *
 * tf.variableGrads finds the same at more than twice the cost: it transposes within the product, for which the
 * WebAssembly backend leaves its fast kernels.
 *
 * @param inputs rows × inputs values, row by row
 * @param y outcomes, one a row, each 0 or 1
 * @param masks one a hidden layer, rows × outputs values that its outputs are multiplied by
 * @returns layers of the same shape; every tensor is disposed of
 */
export function lossGradients(
  tf: TensorFlow["tf"],
  layers: readonly TrainedLayer[],
  inputs: Float32Array,
  y: Float32Array,
  masks: readonly Float32Array[]
): TrainedLayer[] {
  const rows = y.length;
  const table = (values: Float32Array) => tf.tensor2d(values, [rows, values.length / rows]);
  const gradients = new Array<TrainedLayer>(layers.length);
  tf.tidy(() => {
    const weights = weightTensors(tf, layers);
    const dropout = masks.map(table);
    const outputs = layerOutputs(tf, layers, weights, table(inputs), dropout);
    const sumOver = tf.ones([1, rows]) as Tensor2D; // a product is faster than tf.sum
    let slope: Tensor2D = tf.div(tf.sub(tf.sigmoid(outputs[layers.length]), table(y)), rows);
    for (let l = layers.length - 1; l >= 0; l--) {
      gradients[l] = {
        weights: tf.matMul(tf.transpose(outputs[l]), slope).dataSync<"float32">(),
        biases: tf.matMul(sumOver, slope).dataSync<"float32">()
      };
      if (l === 0) break;
      const below: Tensor2D = tf.matMul(slope, tf.transpose(weights[l]));
      slope = tf.mul(tf.mul(below, dropout[l - 1]), tf.step(outputs[l]));
    }
  });
  return gradients;
}

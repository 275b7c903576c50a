const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

/**
 * Adam, an optimiser: each parameter moves against its gradient's running mean over the root of its running square.
 *
 * In place and in plain JavaScript, since on the WebAssembly backend tf.train.adam takes longer than the gradients.
 *
 * @param sizes lengths of the arrays of parameters
 * @returns a step, to be given the parameters, their gradients in the same order, and the learning rate
 * @see Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, algorithm 1
 */
export function adam(
  sizes: readonly number[]
): (parameters: readonly Float32Array[], gradients: readonly Float32Array[], rate: number) => void {
  const means = sizes.map((size) => new Float32Array(size));
  const squares = sizes.map((size) => new Float32Array(size));
  let step = 0;
  return (parameters, gradients, rate) => {
    step++;
    const meanShare = 1 - BETA1 ** step; // of what the running means would be, had they not begun at 0
    const squareShare = 1 - BETA2 ** step;
    parameters.forEach((values, a) => {
      const [gradient, mean, square] = [gradients[a], means[a], squares[a]];
      for (let i = 0; i < values.length; i++) {
        mean[i] = BETA1 * mean[i] + (1 - BETA1) * gradient[i];
        square[i] = BETA2 * square[i] + (1 - BETA2) * gradient[i] ** 2;
        values[i] -= (rate * mean[i]) / meanShare / (Math.sqrt(square[i] / squareShare) + EPSILON);
      }
    });
  };
}

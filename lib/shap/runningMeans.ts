/** Means of samples of several values at once, and how far off they may be. */
export interface RunningMeans {
  add(sample: Float64Array): void; // one number a value
  readonly means: Float64Array;
  standardErrors(): Float64Array; // of the means: sqrt(Σ (x − mean)² / (n (n − 1))); needs 2 samples
}

/**
 * Starts without a sample.
 *
 * @param length number of values
 * @see Welford 1962, Technometrics 4(3)
 */
export function runningMeans(length: number): RunningMeans {
  const means = new Float64Array(length);
  const squares = new Float64Array(length); // sums of squared distances to the mean
  let n = 0;
  return {
    add(sample) {
      n++;
      for (let k = 0; k < length; k++) {
        const step = sample[k] - means[k];
        means[k] += step / n;
        squares[k] += step * (sample[k] - means[k]);
      }
    },
    means,
    standardErrors: () => squares.map((sum) => Math.sqrt(sum / (n * (n - 1))))
  };
}

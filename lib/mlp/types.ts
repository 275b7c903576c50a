/** One layer of units: outputs = inputs × weights + biases. */
export interface MlpLayer {
  readonly weights: readonly number[]; // inputs × outputs, row by row
  readonly biases: readonly number[]; // one an output
}

/**
 * A feed-forward network for two classes; a missing value counts as its training median.
 *
 * Each feature is spread over one input a segment between two of its knots (encodeValue.ts). Units of every layer but
 * the last are rectified: a negative output becomes 0. The last layer has one unit, the margin in log-odds.
 */
export interface Mlp {
  readonly format: "trackoracle-mlp/1"; // bump when an old reader would misread it
  readonly features: readonly string[]; // column order of X
  readonly medians: readonly number[]; // imputed for missing values, in the feature's own unit
  readonly knots: readonly (readonly number[])[]; // ascending, in the feature's own unit; none for a constant column
  readonly layers: readonly MlpLayer[];
}

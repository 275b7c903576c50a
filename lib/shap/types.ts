/** SHAP values of a batch of rows, log-odds: in every row, base plus its values of `phi` is the model's margin. */
export interface Explanation {
  readonly base: number; // what the model says when it knows no feature, log-odds
  readonly phi: readonly Float64Array[]; // one column a feature of the model, in its order; each rows long
}

/** SHAP values of one row, log-odds: base plus the sum of `phi` is the model's margin. */
export interface RowExplanation {
  readonly base: number; // what the model says when it knows no feature, log-odds
  readonly phi: Float64Array; // one value a feature of the model, in its order
}

/** Ways to watch and stop a long explanation. */
export interface ExplainOptions {
  readonly onProgress?: (done: number, total: number) => void; // called after every tree
  readonly signal?: AbortSignal; // looked at before every tree; its reason is thrown
}

/**
 * SHAP interaction values of a batch of rows, log-odds: how much of each SHAP value is the feature's own, and how much
 * it shares with each other feature.
 *
 * A pair's column holds one half of what the two features do together, which counts in both SHAP values: a row's SHAP
 * value of i is its main effect (i, i) plus its (i, j) for all other j.
 */
export interface Interactions {
  readonly base: number; // what the model says when it knows no feature, log-odds
  readonly phi: readonly Float64Array[]; // one column a pair of the model's M features, M (M + 1) / 2 in the order of `pairIndex`; each rows long
}

/** SHAP interaction values of one row, log-odds: base plus the sum of `phi` is the model's margin. */
export interface RowInteractions {
  readonly base: number; // what the model says when it knows no feature, log-odds
  readonly phi: Float64Array; // features × features, row by row, symmetric; row i adds up to the SHAP value of i
}

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

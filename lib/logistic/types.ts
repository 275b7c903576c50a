/** A logistic regression on standardised columns; a missing value counts as its training median. */
export interface LogisticModel {
  readonly format: "trackoracle-logistic/1"; // bump when an old reader would misread it
  readonly features: readonly string[]; // column order of X
  readonly medians: readonly number[]; // imputed for missing values, in the feature's own unit
  readonly means: readonly number[]; // of the imputed training columns
  readonly deviations: readonly number[]; // standard deviations; 1 for a constant column
  readonly weights: readonly number[]; // log-odds a standard deviation
  readonly interceptLogOdds: number;
}

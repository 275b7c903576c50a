/** A matrix of n rows and `width` columns, row by row. */
export interface Design {
  readonly values: Float64Array; // n × width; the first column is 1 where there is an intercept
  readonly width: number;
}

/** Logistic regressions of several groups whose coefficients are drawn to common means. */
export interface HierarchicalFit {
  readonly width: number; // coefficients a group
  readonly mean: Float64Array; // of the groups' coefficients, `width` values, log-odds a unit of the column
  readonly meanError: Float64Array; // standard errors of the means
  readonly spread: Float64Array; // standard deviation of each coefficient over groups
  readonly effect: Float64Array; // groups × width: each group's coefficients, shrunk
  readonly error: Float64Array; // groups × width: posterior standard deviations, the means' uncertainty within
  readonly rounds: number; // that it took
}

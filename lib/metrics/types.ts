/** A measured value with the ends of its 95 % interval, in the value's own unit. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What stands in an estimate's place where the measure is undefined, such as AUC with one class. */
export interface NoEstimate {
  readonly value: null;
  readonly low: null;
  readonly high: null;
}

/** What one model measures above another on the same rows, with its 95 % interval. */
export interface Difference extends Estimate {
  readonly pValue: number; // two-sided, of no difference; in [0, 1]
}

/** Counts of rows by outcome and prediction: tp hits called hits, fp flops called hits, and so on. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** How good predicted probabilities are; the keys are the report's. */
export interface Metrics {
  readonly accuracy: Estimate;
  readonly f1: Estimate | NoEstimate; // none without hits, predicted or real
  readonly precision: Estimate | NoEstimate; // none if nothing is predicted a hit
  readonly recall: Estimate | NoEstimate; // none without real hits
  readonly auc: Estimate | NoEstimate; // none with one class
  readonly averagePrecision: Estimate | NoEstimate; // none without real hits
  readonly logLoss: Estimate; // nats a row
  readonly brier: Estimate;
  readonly ece: Estimate;
  readonly confusion: Confusion;
}

/** A share of rows predicted hits is decided by: p at or above `threshold` is a hit. */
export interface ThresholdOptions {
  readonly threshold?: number; // in [0, 1]
}

import type {ReliabilityBin} from "../metrics/reliabilityCurve.js";
import type {Metrics} from "../metrics/types.js";
import type {PredictorId} from "./models.js";

/** What pages/models.json holds: each exam, and how each model did in it. */
export interface ModelsData {
  readonly exams: readonly ExamResults[]; // the hardest first
}

export interface ExamResults {
  readonly id: string;
  readonly title: string;
  readonly sentence: string; // what the exam is
  readonly rows: number;
  readonly hits: number;
  readonly models: readonly ModelResults[];
}

export interface ModelResults {
  readonly id: PredictorId;
  readonly metrics: Metrics;
  readonly roc: Curve; // x false positive rate, y true positive rate
  readonly precisionRecall: Curve; // x recall, y precision
  readonly reliability: readonly ReliabilityBin[];
  readonly thresholds: ThresholdCounts;
}

/** A curve's points, each coordinate an array; empty where the curve is undefined. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Rows predicted hits at the thresholds 0, .01, .. 1. */
export interface ThresholdCounts {
  readonly tp: readonly number[]; // hits with p at or above the threshold
  readonly fp: readonly number[]; // flops with p at or above the threshold
}

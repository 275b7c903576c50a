import type {VerdictSummary} from "../conformal/summariseVerdicts.js";
import type {ReliabilityBin} from "../metrics/reliabilityCurve.js";
import type {Difference, Estimate, Metrics, NoEstimate} from "../metrics/types.js";
import type {PredictorId} from "./models.js";

/** What pages/models.json holds: each exam, and how each model did in it. */
export interface ModelsData {
  readonly exams: readonly ExamResults[]; // the hardest first
  readonly featureSets: readonly FeatureSetResult[]; // in the artist exam
  readonly instrumentalness: InstrumentalnessResult | Refused;
  readonly fits: readonly FitNote[]; // what to know of how a model was fitted
}

/** What stands in a result's place where it cannot be had: the reason, a sentence without full stop. */
export interface Refused {
  readonly refusal: string;
}

export interface ExamResults {
  readonly id: string;
  readonly title: string;
  readonly sentence: string; // what the exam is
  readonly rows: number; // examined
  readonly hits: number; // of the rows examined
  readonly refusal: string | null; // why nobody could sit the exam
  readonly models: readonly (ModelResults | RefusedModel)[]; // empty where the exam is refused
  readonly agreement: Agreement; // of the models examined
}

export interface RefusedModel extends Refused {
  readonly id: PredictorId;
}

export interface ModelResults {
  readonly id: PredictorId;
  readonly metrics: Metrics;
  readonly versus: Comparison | null; // against boosted on the same rows; null for boosted, and without it
  readonly roc: Curve; // x false positive rate, y true positive rate
  readonly precisionRecall: Curve; // x recall, y precision
  readonly lift: Curve; // x share of tracks called, y times more hits among them than in all
  readonly reliability: readonly ReliabilityBin[];
  readonly recalibrated: readonly Recalibrated[]; // out of fold
  readonly thresholds: ThresholdCounts;
  readonly conformal: readonly ConformalResult[]; // by rising error rate
  readonly slices: readonly SliceResult[];
  readonly parts: readonly PartResult[]; // a part a decade tested, in the forward exams; else empty
}

/** A model minus boosted: positive means more. */
export interface Comparison {
  readonly auc: Difference | null; // DeLong's test, artists kept together
  readonly accuracy: Difference; // these by bootstrap over artists
  readonly logLoss: Difference;
  readonly brier: Difference;
}

/** Probabilities mapped by what was learned from the other folds, or from earlier decades. */
export interface Recalibrated {
  readonly method: "platt" | "isotonic";
  readonly ece: Estimate;
  readonly logLoss: Estimate;
  readonly brier: Estimate;
  readonly reliability: readonly ReliabilityBin[];
}

/** Verdicts hit, flop or cannot tell, at a promised error rate; decades oldest first, those of unknown decade left out. */
export interface ConformalResult extends VerdictSummary {
  readonly errorRate: number; // promised, at most
  readonly byDecade: readonly (Pick<VerdictSummary, "rows" | "coverage" | "unsure"> & {readonly decade: number})[];
}

export interface SliceResult {
  readonly by: string; // "Decade"
  readonly label: string; // "1990s"
  readonly rows: number;
  readonly hits: number;
  readonly auc: Estimate | NoEstimate;
  readonly accuracy: number;
  readonly meanP: number; // mean probability, beside the share of hits
}

/** One decade tested, in a forward exam. */
export interface PartResult {
  readonly trainedOn: string; // "1960s to 2000s"
  readonly tested: string; // "2010s"
  readonly rows: number;
  readonly hits: number;
  readonly metrics: Metrics;
  readonly recalibratedEce: Estimate | null; // isotonic on earlier decades alone; null where there is none
}

/** How alike the models of an exam judge, as matrices over `models`. */
export interface Agreement {
  readonly models: readonly PredictorId[];
  readonly correlation: readonly (readonly (number | null)[])[]; // Spearman's rho of p; null where p is constant
  readonly sameCall: readonly (readonly number[])[]; // share of tracks both call hits, or both flops
}

/** A model given the sound alone, and given what else is known. */
export interface FeatureSetResult {
  readonly id: PredictorId;
  readonly audio: Metrics | null; // null where refused
  readonly all: Metrics | null;
  readonly gain: Difference | null; // AUC with everything minus AUC with sound alone
}

/** What one feature is worth to boosted in the artist exam. */
export interface InstrumentalnessResult {
  readonly with: Metrics;
  readonly without: Metrics;
  readonly loss: Difference | null; // AUC without minus AUC with
  readonly vocalRows: number; // tracks that are not instrumental
  readonly vocalHits: number;
  readonly vocalWith: Metrics; // the model of all tracks, on those
  readonly vocalOnly: Metrics; // fitted to and examined on those alone
}

/** A fact about a model's fit that must be said wherever the model appears. */
export interface FitNote {
  readonly id: PredictorId;
  readonly note: string; // a sentence
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

import type {Estimate, NoEstimate} from "../metrics/types.js";

/** What a reader may be asked about a song, one click each. */
export const QUESTIONS = [
  {feature: "instrumentalness", question: "Vocals", answers: ["none", "some", "throughout"]},
  {feature: "speechiness", question: "Speech or rap", answers: ["none", "some", "mostly"]},
  {feature: "liveness", question: "An audience", answers: ["no", "yes"]}
] as const;

export type Question = (typeof QUESTIONS)[number];

/** Features that can be measured on a sound, in the order of `OutsideData.known`. */
export const MEASURED = ["tempo", "key", "mode", "loudness", "duration_ms", "time_signature"] as const;

/** Features that are estimated from what is measured and asked. */
export const ESTIMATED = ["energy", "danceability", "acousticness", "valence"] as const;

/**
 * What data/outside.json holds; the trees are in data/outside.arrow: first those that tell a hit from what is known of a
 * file (`known`), then one ensemble an estimated feature, in the order of `estimates`.
 */
export interface OutsideData {
  /** Inputs of every ensemble: those of MEASURED and QUESTIONS that the study has, then "decade" where it has decades. */
  readonly known: readonly string[];
  /** One a question that the study can ask, in the order of QUESTIONS. */
  readonly questions: readonly AskedFeature[];
  readonly estimates: readonly EstimatedFeature[];
  /** How well hits are ranked in the artist exam, by what is known of a song, and by which trees. */
  readonly auc: readonly ToldAuc[];
}

/** How well trees rank when they are told part of a song. */
export interface ToldAuc {
  readonly told: string; // as shown: "what is measured"
  readonly features: readonly string[];
  readonly trees: "retrained" | "full"; // fitted to songs of which part is known; or the site's, told the rest is as in the middle of the study
  readonly auc: Estimate | NoEstimate;
}

/** A question about a feature. Answer k covers values between edges k and k + 1, the lower of which is included. */
export interface AskedFeature {
  readonly feature: string;
  readonly edges: readonly number[]; // one more than answers; they fall where more of what is asked is less of the feature
  readonly values: readonly number[]; // what each answer stands for: the median of the tracks it covers
  readonly shares: readonly number[]; // of the tracks that each answer covers
}

export interface EstimatedFeature {
  readonly feature: string;
  readonly r2: number | null; // on artists not heard, all questions answered; null where there are too few of them
  readonly r2Measured: number | null; // the same, no question answered
  readonly errorLow: number; // 10 % and 90 % quantiles of truth minus estimate, on artists not heard
  readonly errorHigh: number;
}

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
  /** One a question that the study can ask. Answer k covers values of the feature in [edges[k], edges[k + 1]). */
  readonly questions: readonly AskedFeature[];
  readonly estimates: readonly EstimatedFeature[];
  /** How well the retrained trees rank in the artist exam, by what they are told. */
  readonly auc: readonly {
    readonly told: string;
    readonly features: readonly string[];
    readonly auc: Estimate | NoEstimate;
  }[];
}

export interface AskedFeature {
  readonly feature: string;
  readonly edges: readonly number[]; // one more than answers
  readonly values: readonly number[]; // what each answer stands for: the median of the tracks it covers
  readonly shares: readonly number[]; // of the tracks that each answer covers
}

export interface EstimatedFeature {
  readonly feature: string;
  readonly r2: number; // on artists not heard, all questions answered
  readonly r2Measured: number; // the same, no question answered
  readonly errorLow: number; // 10 % and 90 % quantiles of truth minus estimate, on artists not heard
  readonly errorHigh: number;
}

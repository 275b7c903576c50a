import type {LabelWords} from "./LabelWords.js";

/** What pages/explore.json holds: the cleaned tracks, counted. */
export interface ExploreData {
  readonly label: LabelWords; // what the study calls a hit
  readonly tracks: number;
  readonly hits: number;
  readonly dropped: Readonly<Record<string, number>>; // reason -> rows
  readonly features: readonly FeatureSummary[];
  readonly decades: readonly DecadeSummary[]; // ascending; of the tracks whose decade is known
  readonly correlations: readonly (readonly (number | null)[])[]; // Spearman's rho; null where a column is constant
  readonly samples: readonly SampleTrack[];
}

export interface FeatureSummary {
  readonly name: string;
  readonly edges: readonly number[]; // of the bins, one more than bins, in the feature's unit
  readonly hits: readonly number[]; // share of all hits in each bin
  readonly flops: readonly number[]; // share of all flops in each bin
  readonly auc: number | null; // how well the feature alone ranks hits above flops; .5 is chance
  readonly trend: readonly TrendPoint[]; // by rising decade; empty where none is known
}

/** A feature's quartiles in one decade, for hits and for flops. */
export interface TrendPoint {
  readonly decade: number;
  readonly hit: Quartiles;
  readonly flop: Quartiles;
}

/** Lower quartile, median, upper quartile; null without tracks. */
export type Quartiles = readonly [number | null, number | null, number | null];

export interface DecadeSummary {
  readonly decade: number;
  readonly hits: number;
  readonly flops: number;
}

/** A track shown as an example; title and artist are hostile text. */
export interface SampleTrack {
  readonly title: string;
  readonly artist: string;
  readonly decade: number | null; // null where it is unknown
  readonly hit: boolean;
  readonly p: number; // boosted, out of fold in the artist exam
}

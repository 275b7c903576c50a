import type {LearnedRange} from "../wire/outsideRange.js";
import type {StudyIdentity} from "../wire/StudyIdentity.js";

/** What data/catalogue.json holds: what the desk for catalogues compares a file with. The trees have a file of their own. */
export interface CatalogueData extends StudyIdentity {
  readonly features: readonly TrainedFeature[]; // in the model's order
}

/** How the values of one feature lie among the tracks learned from; shares are of the tracks where it is known. */
export interface TrainedFeature extends LearnedRange {
  readonly missing: number; // share of all tracks where it is unknown
  readonly median: number | null; // null where no value is known
  readonly values: readonly number[]; // the distinct ones of the percentiles 0, 1, .. 100, ascending
  readonly below: readonly number[]; // share of the tracks below each of them
  readonly upTo: readonly number[]; // share at or below each of them
  readonly edges: readonly number[]; // of bins, ascending: bin k holds what is above edge k − 1 and up to edge k
  readonly shares: readonly number[]; // of the tracks, one a bin: one more than edges; empty where no value is known
}

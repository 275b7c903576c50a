import type {FieldCoverage} from "../enrich/fieldCoverage.js";
import type {AskedBetween} from "../enrich/Enriched.js";
import type {EnrichedSetId} from "../enrich/enrichedSets.js";
import type {Difference, Metrics} from "../metrics/types.js";
import type {PredictorId} from "./models.js";

/** What pages/enrichment.json holds: how much Spotify answered, in counts alone, and what models make of it. */
export interface EnrichmentData {
  readonly coverage: EnrichmentCoverage | null; // null where nothing was ever asked
  readonly isInput: boolean; // whether the build was told to let models read the answers
  readonly exam: readonly EnrichedResult[] | null; // in the artist exam; null unless so, and there are answers
}

export interface EnrichmentCoverage {
  readonly asked: AskedBetween | null; // null where no answer is about this study's tracks
  readonly fields: readonly FieldCoverage[]; // in the order of ENRICHED_FIELDS
}

/** A model that was given the sound and something of Spotify's. */
export interface EnrichedResult {
  readonly set: EnrichedSetId;
  readonly id: PredictorId;
  readonly metrics: Pick<Metrics, "auc" | "ece"> | null; // null where refused
  readonly gain: Difference | null; // AUC minus that with the sound alone; null for the sound itself
  readonly beyond: Difference | null; // AUC minus that with which fields came back; null where no value is read
}

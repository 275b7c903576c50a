import type {Difference, Estimate} from "../metrics/types.js";
import type {ModelId} from "./models.js";

/** The models whose reasons are told. */
export type ExplainedId = Exclude<ModelId, "majority" | "sampledForest">;

/** The unit in which contributions add up to a prediction. */
export type Space = "log-odds" | "probability";

/** What data/explain.json holds: the reasons of every model over an even sample of the tracks, in sums. */
export interface ExplainData {
  readonly features: readonly string[]; // the order of every list with a value a feature
  readonly decades: readonly number[]; // of the explained tracks, ascending; none where the study does not know
  readonly tracks: number; // how many were explained
  readonly models: readonly ModelReasons[]; // in the order of the ladder; only those that could be fitted
}

/** What one model leans on. */
export interface ModelReasons {
  readonly id: ExplainedId;
  readonly space: Space; // the one it adds up in: what all numbers below are in
  readonly base: number; // of the explanations
  readonly refits: number; // bootstrap samples by artist behind the intervals; 0 if it was not fitted anew
  readonly importance: readonly FeatureImportance[]; // strongest first
  readonly interactions: readonly (readonly number[])[] | null; // features × features: mean |Φij + Φji|, 0 on the diagonal; null where not known
  readonly interactionTracks: number; // how many tracks they are means over
  readonly byDecade: readonly DecadeReasons[]; // in the order of `decades`
  readonly quality: ReasonsQuality;
}

/** How much a model leans on a feature, told by its own contributions and by what it loses without them. */
export interface FeatureImportance {
  readonly feature: string;
  readonly meanAbsPhi: Estimate; // interval from refits; its ends are the value where there are none
  readonly direction: number; // Spearman correlation of value and contribution over the tracks, in [−1, 1]
  readonly signStability: number | null; // share of refits whose direction has the same sign; null without refits
  readonly permutation: Difference | null; // AUC among new artists, minus that with the feature's values shuffled; null where the exam was not held
}

/** What a model leans on among the tracks of one decade. */
export interface DecadeReasons {
  readonly decade: number;
  readonly tracks: number;
  readonly meanAbsPhi: readonly Estimate[]; // one a feature
  readonly direction: readonly number[]; // one a feature
}

/** How good a model's explanations are as explanations. */
export interface ReasonsQuality {
  readonly compacity: number; // features that give 90 % of the decision, median over tracks
  readonly compacityHigh: number; // 90 % of the tracks need no more
  readonly topFiveShare: number; // share of a decision that the five strongest features give, mean over tracks, in [0, 1]
  readonly neighbourStability: number; // mean correlation of a track's contributions with those of its nearest tracks
  readonly refitStability: number | null; // mean correlation of a track's contributions with those of a refit; null without
}

/** What data/songs.json holds: the explained tracks. Title and artist are hostile text. */
export interface ExplainedSongs {
  readonly songs: readonly ExplainedSong[];
  readonly x: readonly (readonly (number | null)[])[]; // features × songs; null is missing
}

export interface ExplainedSong {
  readonly title: string;
  readonly artist: string;
  readonly decade: number | null;
  readonly hit: boolean;
}

/** What data/reasons-MODEL.json holds: what each feature contributes to each explained track. */
export interface SongReasons {
  readonly id: ExplainedId;
  readonly outOfFold: readonly (number | null)[]; // probability by a model that had not heard the artist; one a song
  readonly spaces: readonly SpaceReasons[]; // first the one the model adds up in
}

export interface SpaceReasons {
  readonly space: Space;
  readonly base: number;
  readonly phi: readonly (readonly number[])[]; // features × songs; base plus a song's values is its prediction
  readonly error: readonly (readonly number[])[] | null; // half width of their 95 % intervals; null where not known
  readonly sameSign: readonly (readonly number[])[] | null; // share of refits that give the same sign, in [0, 1]
}

/** What data/effects-MODEL.json holds: how a model's probability goes with one feature, and with two. */
export interface EffectsData {
  readonly id: ExplainedId;
  readonly tracks: number; // behind the averages
  readonly effects: readonly FeatureEffect[]; // one a feature, in the order of ExplainData; none where nothing varies
  readonly pairs: readonly PairEffect[]; // the strongest interactions, the same ones for all models
}

/** Averages over tracks, in probability. */
export interface FeatureEffect {
  readonly feature: string;
  readonly levels: boolean; // every value of the feature is in x, so that nothing lies between
  readonly x: readonly number[]; // ascending, in the feature's unit
  readonly share: readonly number[]; // of the tracks, those nearest to each x
  readonly pdp: readonly number[]; // partial dependence: mean probability with the value set to x
  readonly ale: readonly number[]; // accumulated local effects, moved so that their mean over the tracks is the mean probability
  readonly ice: readonly (readonly number[])[]; // some tracks' own curves
  readonly parting: number; // largest |pdp − ale| after both are centred, where 98 % of the tracks are
  readonly companion: string | null; // feature most correlated with this one, which PDP ignores
  readonly companionCorrelation: number; // Spearman, in [−1, 1]
}

/** Two-dimensional partial dependence. */
export interface PairEffect {
  readonly features: readonly [string, string];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly p: readonly (readonly number[])[]; // mean probability, x × y
  readonly share: readonly (readonly number[])[]; // of the tracks, those nearest to each cell, x × y
}

import type {Glassbox} from "../glassbox/types.js";
import type {LogisticModel} from "../logistic/types.js";
import type {Mlp} from "../mlp/types.js";
import type {FeatureSpace} from "../similarity/featureSpace.js";
import type {ExplainedId} from "./ExplainData.js";
import type {Estimate, NoEstimate} from "../metrics/types.js";
import type {LearnedRange} from "./outsideRange.js";
import type {StudyIdentity} from "./StudyIdentity.js";

/** What data/predict.json holds besides the boosted model, which has a file of its own. */
export interface PredictData extends StudyIdentity {
  readonly controls: readonly ControlRange[]; // one a feature of the models, in their order
  readonly space: FeatureSpace; // of the same features
  readonly logistic: LogisticModel | null; // null where none could be fitted
  readonly glassbox: Glassbox;
  readonly mlp: Mlp;
  readonly auc: Partial<Readonly<Record<ExplainedId, number>>>; // in the artist exam, of those that sat it
  readonly thresholds: readonly VerdictThreshold[]; // by error rate, ascending; none where the artist exam was not held
  readonly decades: readonly DecadeModel[]; // ascending; their trees have a file of their own
  readonly refits: number; // boosted models fitted to resampled artists, whose trees have a file of their own; 0: none
}

/** How strange a label may look and still conform at an error rate: see conformalThreshold. */
export interface VerdictThreshold {
  readonly errorRate: number; // in (0, .5)
  readonly threshold: number; // of conformal scores of the boosted trees, out of fold in the artist exam
}

/** Boosted trees that know one decade alone. */
export interface DecadeModel {
  readonly decade: number; // its first year
  readonly tracks: number; // that it learned from
  readonly hitShare: number; // of them
  readonly auc: Estimate | NoEstimate; // within its decade, on artists it had not heard
}

/** Tracks in small steps of a feature's value, hits and flops apart: counts of bins of one width from low to high. */
export interface Density {
  readonly low: number;
  readonly high: number;
  readonly hits: readonly number[];
  readonly flops: readonly number[];
}

/** What data/familiar.json holds: a sample of the tracks, so that a page can tell where a song is like none of them. */
export interface FamiliarTracks {
  readonly x: readonly (readonly (number | null)[])[]; // features × tracks; null is missing
  readonly within: number; // all but 1 % of the tracks have one of the sample this near, or nearer: root mean square over axes
}

/** What a slider covers: the bulk of the tracks learned from, not all they hold, unless no track's value is known. */
export interface ControlRange extends LearnedRange {
  readonly low: number; // .5 % quantile, in the feature's unit; of the decade the first
  readonly high: number; // 99.5 % quantile; of the decade the last
  readonly median: number | null; // null where no value is known
  readonly density: Density;
  readonly decadeMedians: readonly (number | null)[]; // one a decade of PredictData.decades: its tracks' median
}

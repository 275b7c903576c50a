import type {Glassbox} from "../glassbox/types.js";
import type {LogisticModel} from "../logistic/types.js";
import type {Mlp} from "../mlp/types.js";
import type {LearnedRange} from "./outsideRange.js";

/** What pages/predict.json holds besides the boosted model, which has a file of its own. */
export interface PredictData {
  readonly hitShare: number; // of the tracks the models learned from, in [0, 1]
  readonly controls: readonly ControlRange[]; // one a feature of the models, in their order
  readonly logistic: LogisticModel | null; // null where none could be fitted
  readonly glassbox: Glassbox;
  readonly mlp: Mlp;
  readonly songs: readonly StartingSong[]; // none where the artist exam was not held
}

/** What a slider covers: the bulk of the tracks learned from, not all they hold, unless no track's value is known. */
export interface ControlRange extends LearnedRange {
  readonly low: number; // .5 % quantile, in the feature's unit; of the decade the first
  readonly high: number; // 99.5 % quantile; of the decade the last
  readonly median: number | null; // null where no value is known
}

/** A track to start from; title and artist are hostile text. */
export interface StartingSong {
  readonly title: string;
  readonly artist: string;
  readonly hit: boolean;
  readonly p: number; // boosted, out of fold in the artist exam
  readonly x: readonly (number | null)[]; // one value a control; null is missing
}

import type {TreeEnsemble} from "../trees/types.js";
import type {ControlRange} from "../wire/PredictData.js";

/** A song that is to be changed until the trees give it another probability. */
export interface ChangeTask {
  readonly trees: TreeEnsemble;
  readonly controls: readonly ControlRange[]; // one a feature of the trees, in their order
  readonly x: Float32Array; // the song, one value a feature; NaN is unknown
  readonly target: number; // probability wanted, in (0, 1): to be risen to from below, to be fallen to from above
  readonly locked: readonly boolean[]; // one a feature: stays as it is
  readonly ranges: readonly (readonly [low: number, high: number] | null)[]; // of new values; null: low to high of the control
}

/** A feature's new value. */
export interface Change {
  readonly feature: number; // its place
  readonly from: number; // NaN where unknown
  readonly to: number; // as a musician says it, see sayableStep
  readonly moved: number; // share of the study's tracks that lie between, see rankMove
}

/** Changes made together. */
export interface Edit {
  readonly changes: readonly Change[]; // by the features' places
  readonly x: Float32Array; // the song with them
  readonly p: number; // of a hit, then
  readonly moved: number; // the sum of what its changes move
}

/** What a search tells while it runs: how far it is, from 0 to 1, and each edit as it is chosen. */
export type ChangeNews = {readonly done: number} | {readonly edit: Edit};

/** What it says at last. */
export interface ChangeEnd {
  readonly before: number; // the song's own probability
  readonly reached: boolean; // whether any edit was found, or none was needed
  readonly closest: Edit | null; // where none was: what comes closest to the target
  readonly standInTheWay: readonly number[]; // then: locked or narrowed features with which it could be reached
}

import type {Space} from "../../lib/wire/ExplainData.js";

/** What one model says of each explained row, and why. */
export interface ExplainedModel {
  readonly spaces: readonly Explained[]; // first the one the model adds up in
  readonly interactions: MeanInteractions | null; // in that space; null where not computed
}

/** Base plus the values of a row is the model's prediction, in the space. */
export interface Explained {
  readonly space: Space;
  readonly base: number;
  readonly phi: readonly Float64Array[]; // one column a feature, a value an explained row
  readonly standardErrors: readonly Float64Array[] | null; // of phi; null where it is exact
}

export interface MeanInteractions {
  readonly tracks: number;
  readonly pairs: readonly (readonly number[])[]; // features × features: mean |Φij + Φji|, 0 on the diagonal
}

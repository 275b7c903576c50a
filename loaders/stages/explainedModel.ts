import type {Space} from "../../lib/wire/ExplainData.js";
import type {Columns} from "../../lib/columns.js";
import {sigmoid} from "../../lib/sigmoid.js";
import type {ExplainedRows} from "./explainRows.js";
import type {Table} from "./table.js";

/** What a stage that explains a model needs. */
export interface ExplainNeeds<Model> {
  readonly table: Table;
  readonly explained: Int32Array; // rows of the table
  readonly model: Model;
}

/** What one model says of each explained row, and why. */
export interface ExplainedModel {
  readonly spaces: readonly Explained[]; // first the one the model adds up in
  readonly interactions: MeanInteractions | null; // in that space; null where not computed
}

/** Base plus the values of a row is the model's prediction, in the space. */
export interface Explained extends ExplainedRows {
  readonly space: Space;
}

/** The probabilities that explanations add up to, one a row. */
export function probabilities({space, base, phi}: Explained): Float64Array {
  const sums = Float64Array.from(phi[0], (_, i) => phi.reduce((sum, column) => sum + column[i], base));
  return space === "probability" ? sums : sums.map(sigmoid);
}

/** How much pairs of features contribute together. */
export interface MeanInteractions {
  readonly tracks: number;
  readonly pairs: readonly (readonly number[])[]; // features × features: mean |Φij + Φji|, 0 on the diagonal
}

/**
 * Averages interaction values over rows.
 *
 * @param pairOf Φij of row i, j and k being features; asked for j < k only
 */
export function meanInteractions(
  {columns, length}: Columns,
  pairOf: (i: number, j: number, k: number) => number
): MeanInteractions {
  const pairs = columns.map(() => columns.map(() => 0));
  for (let j = 0; j < columns.length; j++) {
    for (let k = j + 1; k < columns.length; k++) {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += Math.abs(2 * pairOf(i, j, k));
      pairs[j][k] = pairs[k][j] = length === 0 ? 0 : sum / length;
    }
  }
  return {tracks: length, pairs};
}

import {mean} from "d3-array";
import {takeRows, takeValues, type Columns} from "../columns.js";
import type {Estimate} from "../metrics/types.js";
import {direction} from "./direction.js";
import {tInterval} from "./tInterval.js";

/** Contributions of every feature to every explained row: one column a feature. */
export type Contributions = readonly (Float32Array | Float64Array)[];

/** How a model leans on each feature, over some rows; lists have a value a feature. */
export interface Leaning {
  readonly meanAbsPhi: readonly Estimate[]; // mean |φ|, with the interval that refits give
  readonly direction: readonly number[]; // Spearman correlation of value and contribution
  readonly signStability: readonly (number | null)[]; // share of refits whose direction has the same sign; null without
}

/**
 * Sums up contributions over rows, and how far models fitted anew agree.
 *
 * @param X the explained rows
 * @param phi their contributions
 * @param refits the same by models fitted to bootstrap samples; may be none
 * @param rows places of the rows to sum over, at least one
 */
export function leaning(
  X: Columns,
  phi: Contributions,
  refits: readonly Contributions[],
  rows: ArrayLike<number>
): Leaning {
  const {columns} = takeRows(X, rows);
  const over = (contributions: Contributions) => {
    const taken = contributions.map((column) => takeValues(column, rows));
    return {
      meanAbsPhi: taken.map((column) => mean(column, Math.abs)!),
      direction: taken.map((column, j) => direction(columns[j], column))
    };
  };
  const fitted = over(phi);
  const again = refits.map(over);
  return {
    meanAbsPhi: fitted.meanAbsPhi.map((value, j) =>
      tInterval(
        value,
        again.map(({meanAbsPhi}) => meanAbsPhi[j])
      )
    ),
    direction: fitted.direction,
    signStability: fitted.direction.map(
      (value, j) => mean(again, (refit) => Number(Math.sign(refit.direction[j]) === Math.sign(value))) ?? null
    )
  };
}

import type {Columns} from "../columns.js";
import {spearman} from "../metrics/spearman.js";

/**
 * The column most correlated with another, by the absolute value of Spearman's rank correlation.
 *
 * @param X n rows; NaN is missing
 * @param name of the column whose companion is sought
 * @returns the first of the strongest, and its correlation in [-1, 1]; null and 0 where no other column varies with it
 * @throws RangeError if there is no column of that name
 */
export function companion(X: Columns, name: string): {companion: string | null; correlation: number} {
  const own = X.columns[X.names.indexOf(name)];
  if (!own) throw new RangeError(`companion requires a column "${name}"; got ${X.names.join(", ")}`);
  let strongest: {companion: string | null; correlation: number} = {companion: null, correlation: 0};
  X.columns.forEach((column, j) => {
    const correlation = X.names[j] === name ? 0 : (spearman(own, column) ?? 0);
    if (Math.abs(correlation) > Math.abs(strongest.correlation)) strongest = {companion: X.names[j], correlation};
  });
  return strongest;
}

import type {Columns} from "../../lib/columns.js";
import type {RowExplanation} from "../../lib/shap/types.js";

/** A row's explanation, and how sure it is of its values where it drew them. */
export interface DrawnExplanation extends RowExplanation {
  readonly standardErrors?: Float64Array; // one a feature
}

/** The explanations of many rows as columns. */
export interface ExplainedRows {
  readonly base: number; // the same for all rows
  readonly phi: readonly Float64Array[]; // one column a feature
  readonly standardErrors: readonly Float64Array[] | null; // of phi; null where it is exact
}

/** Explains row by row, and reports the share done. */
export function explainRows(
  explain: (row: Float32Array) => DrawnExplanation,
  {columns, length}: Columns,
  onProgress: (share: number) => void
): ExplainedRows {
  const phi = columns.map(() => new Float64Array(length));
  const standardErrors = columns.map(() => new Float64Array(length));
  let base = NaN;
  let drawn = false;
  for (let i = 0; i < length; i++) {
    const explained = explain(Float32Array.from(columns, (column) => column[i]));
    base = explained.base;
    explained.phi.forEach((value, j) => (phi[j][i] = value));
    explained.standardErrors?.forEach((value, j) => (standardErrors[j][i] = value));
    drawn ||= explained.standardErrors !== undefined;
    onProgress((i + 1) / length);
  }
  return {base, phi, standardErrors: drawn ? standardErrors : null};
}

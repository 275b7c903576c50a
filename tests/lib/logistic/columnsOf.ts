import type {Columns} from "../../../lib/columns.js";

/** Columns from plain arrays, null for a missing value. */
export function columnsOf(values: Readonly<Record<string, readonly (number | null)[]>>): Columns {
  const columns = Object.values(values).map((column) => Float32Array.from(column, (x) => x ?? NaN));
  return {names: Object.keys(values), columns, length: columns[0].length};
}

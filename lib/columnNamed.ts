import type {Columns} from "./columns.js";

/** A column by its name; all missing where X has none of that name. */
export function columnNamed(X: Columns, name: string): Float32Array {
  const j = X.names.indexOf(name);
  return j < 0 ? new Float32Array(X.length).fill(NaN) : X.columns[j];
}

import type {Columns} from "../../columns.js";

/**
 * Refuses rows that fitBoosted cannot learn from or judge by.
 *
 * @param what leads the message's nouns: "" or "validation "
 * @throws RangeError if there are no rows, lengths differ, a value is infinite or a label is neither 0 nor 1
 */
export function checkRows(X: Columns, y: Uint8Array, what = ""): void {
  const n = X.length;
  if (n === 0) refuse(`at least one ${what}row`, "0");
  if (y.length !== n) refuse(`equal ${what}lengths`, `X ${n}, y ${y.length}`);
  if (X.names.length !== X.columns.length) {
    refuse(`a name for each ${what}column`, `${X.columns.length} columns, ${X.names.length} names`);
  }
  if (X.columns.length > 32767) refuse("at most 32767 columns", String(X.columns.length));
  X.columns.forEach((column, j) => {
    if (column.length !== n) refuse(`equal ${what}lengths`, `X ${n}, column "${X.names[j]}" ${column.length}`);
    for (let i = 0; i < n; i++) {
      if (Math.abs(column[i]) === Infinity) {
        refuse(`finite ${what}values or NaN`, `${column[i]} in row ${i} of "${X.names[j]}"`);
      }
    }
  });
  for (let i = 0; i < n; i++) if (y[i] > 1) refuse(`${what}labels 0 or 1`, `${y[i]} in row ${i}`);
}

function refuse(need: string, got: string): never {
  throw new RangeError(`fitBoosted requires ${need}; got ${got}`);
}

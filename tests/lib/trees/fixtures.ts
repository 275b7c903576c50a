import {readFileSync} from "node:fs";
import type {Columns} from "../../../lib/columns.js";

const folder = new URL("../../fixtures/trees/", import.meta.url);

/** A fixture's bytes. */
export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(new URL(name, folder));
}

/** A fixture's JSON. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function fixtureJson(name: string): any {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

/** Columns of rows in which null is missing. */
export function columnsOf(names: readonly string[], rows: readonly (readonly (number | null)[])[]): Columns {
  const columns = names.map((_, j) => Float32Array.from(rows, (row) => row[j] ?? NaN));
  return {names, columns, length: rows.length};
}

/** The largest absolute difference. */
export function largestError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let error = a.length === b.length ? 0 : Infinity;
  for (let i = 0; i < a.length; i++) error = Math.max(error, Math.abs(a[i] - b[i]));
  return error;
}

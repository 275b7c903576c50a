import {joinPlanes} from "../bytePlanes.js";
import type {Columns} from "../columns.js";

/** What packColumns wrote, read from its row. */
interface Packed {
  readonly names: Iterable<string>;
  readonly rows: number;
  readonly stepsPerUnit: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly tables: ArrayLike<number>;
  readonly tableSizes: ArrayLike<number>;
  readonly bytes: ArrayLike<number>;
  readonly codes: Uint8Array;
}

/**
 * The columns that packColumns packed.
 *
 * @param row of the Arrow table
 * @throws RangeError if its parts disagree
 */
export function unpackColumns(row: Readonly<Record<string, unknown>>): Columns {
  const {rows, stepsPerUnit, from, tables, tableSizes, bytes, codes, ...packed} = row as unknown as Packed;
  const names = [...packed.names];
  const distinct = Float32Array.from(tables);
  let at = 0;
  let tableAt = 0;
  const columns = names.map((_, j) => {
    const planes = codes.subarray(at, (at += bytes[j] * rows));
    const table = distinct.subarray(tableAt, (tableAt += tableSizes[j]));
    return decoded(joinPlanes(planes, bytes[j]), stepsPerUnit[j], from[j], table);
  });
  if (at !== codes.length || tableAt !== distinct.length)
    throw new RangeError(`unpackColumns requires ${at} bytes of codes; got ${codes.length}`);
  return {names, columns, length: rows};
}

function decoded(codes: Uint32Array, stepsPerUnit: number, from: number, table: Float32Array): Float32Array {
  const column = new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const place = codes[i] - 1;
    column[i] = place < 0 ? NaN : stepsPerUnit > 0 ? (from + place) / stepsPerUnit : table[place];
  }
  return column;
}

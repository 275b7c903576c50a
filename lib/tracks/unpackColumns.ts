import {joinPlanes} from "../bytePlanes.js";
import type {Columns} from "../columns.js";

/**
 * The columns that packColumns packed.
 *
 * @param row of the Arrow table
 * @throws RangeError if its parts disagree
 */
export function unpackColumns(row: Readonly<Record<string, unknown>>): Columns {
  const list = (name: string) => row[name] as ArrayLike<number>;
  const [stepsPerUnit, from, tables, tableSizes, bytes] =
    ["stepsPerUnit", "from", "tables", "tableSizes", "bytes"].map(list); // prettier-ignore
  const names = [...(row.names as Iterable<string>)];
  const length = row.rows as number;
  const codes = row.codes as Uint8Array;
  const distinct = Float32Array.from(tables);
  let at = 0;
  let tableAt = 0;
  const columns = names.map((name, j) => {
    const planes = codes.subarray(at, (at += bytes[j] * length));
    const table = distinct.subarray(tableAt, (tableAt += tableSizes[j]));
    if (planes.length !== bytes[j] * length) throw new RangeError(`unpackColumns requires ${length} codes of ${name}`);
    return decoded(joinPlanes(planes, bytes[j]), stepsPerUnit[j], from[j], table);
  });
  if (at !== codes.length || tableAt !== distinct.length)
    throw new RangeError(`unpackColumns requires ${at} bytes of codes; got ${codes.length}`);
  return {names, columns, length};
}

function decoded(codes: Uint32Array, stepsPerUnit: number, from: number, table: Float32Array): Float32Array {
  const column = new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const place = codes[i] - 1;
    column[i] = place < 0 ? NaN : stepsPerUnit > 0 ? (from + place) / stepsPerUnit : table[place];
  }
  return column;
}

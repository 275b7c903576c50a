import {tableFromIPC} from "@uwdata/flechette";

/**
 * Reads an Arrow table of one row.
 *
 * @param caller name of the function that complains
 * @param format that the row must say it has
 * @throws RangeError if the bytes are anything else
 */
export function readArrowRow(caller: string, bytes: Uint8Array, format: string): Readonly<Record<string, unknown>> {
  const row: Record<string, unknown> = {};
  try {
    const table = tableFromIPC(bytes);
    for (const name of table.names) row[name] = table.getChild(name).at(0);
  } catch (error) {
    throw new RangeError(`${caller} requires ${format}; got ${(error as Error).message}`, {cause: error});
  }
  if (row.format !== format) throw new RangeError(`${caller} requires ${format}; got format ${String(row.format)}`);
  return row;
}

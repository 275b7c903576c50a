import Papa from "papaparse";
import {InputError} from "../csv/InputError.js";
import {openRows} from "../csv/openRows.js";
import {blobPieces} from "./blobPieces.js";
import type {ColumnMap} from "./ColumnMap.js";
import {recogniseColumns} from "./recogniseColumns.js";
import {refuseBinary} from "./refuseBinary.js";

const SNIFFED_BYTES = 1 << 16;
const SHOWN_ROWS = 100; // by which units are told

/** What the start of a file tells. */
export interface CatalogueHead {
  readonly name: string; // the file's
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[]; // the first ones
  readonly delimiter: string;
  readonly map: ColumnMap; // as far as its names are known
}

/**
 * Reads the start of a CSV: its delimiter, its columns, and what they seem to hold.
 *
 * @throws InputError if it is empty, no text, not UTF-8, or has no row or a single column
 */
export async function openCatalogue(blob: Blob, name: string): Promise<CatalogueHead> {
  const first = new Uint8Array(await blob.slice(0, SNIFFED_BYTES).arrayBuffer());
  refuseBinary(first, name);
  const delimiter = Papa.parse<string[]>(new TextDecoder().decode(first), {preview: 20}).meta.delimiter;
  const csv = await openRows(name, blobPieces(blob), delimiter);
  const rows: string[][] = [];
  for await (const batch of csv.batches) {
    rows.push(...batch.slice(0, SHOWN_ROWS - rows.length).map(({cells}) => cells));
    if (rows.length >= SHOWN_ROWS) break;
  }
  const {header} = csv;
  if (header.length === 1)
    throw new InputError("expected columns with commas, semicolons or tabs between them; got one column", {file: name});
  if (rows.length === 0) throw new InputError("expected a song or more below the header; got none", {file: name});
  return {name, header, rows, delimiter, map: recogniseColumns(header, rows, name)};
}

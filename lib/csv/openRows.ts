import {csvRows, type CsvRow} from "./csvRows.js";
import {InputError} from "./InputError.js";

/** A CSV being read. Read `batches` to the end, or break out of it, or `close()`. */
export interface CsvFile {
  readonly name: string; // as the reader knows it
  readonly header: readonly string[]; // as written, untrimmed
  /** Data rows in the file's order, some hundreds at a time; blank lines are left out, ragged rows are not. */
  readonly batches: AsyncIterable<CsvRow[]>;
  close(): Promise<void>;
}

/**
 * Reads the header of a CSV (UTF-8, with or without byte order mark) and prepares to read its rows.
 *
 * Memory stays constant however long the file is. Text is never type-inferred.
 *
 * @param name that errors give
 * @param delimiter between cells
 * @throws InputError here or while reading: empty, binary, not UTF-8, quotes at fault
 */
export async function openRows(name: string, bytes: AsyncIterable<Uint8Array>, delimiter = ","): Promise<CsvFile> {
  const rows = csvRows(name, bytes, delimiter);
  for (;;) {
    const {value, done} = await rows.next();
    if (done) throw new InputError("expected a header line; got an empty file", {file: name});
    const at = value.findIndex((row) => !isBlank(row));
    if (at < 0) continue;
    const {cells: header, line} = value[at];
    if (header.some((cell) => cell.includes("\0"))) {
      await rows.return();
      throw new InputError("expected CSV text; got binary data", {file: name, line});
    }
    const batches = dataRows(value.slice(at + 1), rows, header.length);
    return {name, header, batches, close: () => rows.return().then(() => undefined)};
  }
}

/** The rest of the file without blank lines; in a table of one column an empty line is a row with a missing value. */
async function* dataRows(first: CsvRow[], rest: AsyncGenerator<CsvRow[], void, void>, width: number) {
  const keep = (batch: CsvRow[]) => (width === 1 ? batch : batch.filter((row) => !isBlank(row)));
  try {
    yield keep(first);
    for await (const batch of rest) yield keep(batch);
  } finally {
    await rest.return();
  }
}

function isBlank({cells}: CsvRow): boolean {
  return cells.length === 1 && cells[0].trim() === "";
}

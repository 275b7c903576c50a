import {InputError} from "../../lib/csv/InputError.js";
import {csvRows, type CsvRow} from "../../lib/csv/csvRows.js";
import {openBytes} from "./openBytes.js";

export type {CsvRow};

/** A CSV being read. Read `batches` to the end, or break out of it, or `close()`. */
export interface CsvFile {
  readonly name: string; // the path as given
  readonly header: readonly string[]; // as written, untrimmed
  /** Data rows in the file's order, some hundreds at a time; blank lines are left out, ragged rows are not. */
  readonly batches: AsyncIterable<CsvRow[]>;
  close(): Promise<void>;
}

export interface OpenCsvOptions {
  /** Sees every uncompressed byte as it is read: for a hash or a progress bar. */
  readonly onBytes?: (bytes: Uint8Array) => void;
  /** Uncompressed bytes to read instead of the file's: for a pipe. */
  readonly bytes?: AsyncIterable<Uint8Array>;
}

/**
 * Opens a CSV (UTF-8, with or without byte order mark; gzip is recognised by content) and reads its header.
 *
 * Memory stays constant however long the file is. Text is never type-inferred.
 *
 * @param path of the file
 * @throws InputError here or while reading: no such file, empty, binary, cut-off gzip, not UTF-8, quotes at fault
 */
export async function openCsv(path: string, {onBytes, bytes = openBytes(path)}: OpenCsvOptions = {}): Promise<CsvFile> {
  const rows = csvRows(path, onBytes ? watched(bytes, onBytes) : bytes);
  for (;;) {
    const {value, done} = await rows.next();
    if (done) throw new InputError("expected a header line; got an empty file", {file: path});
    const at = value.findIndex((row) => !isBlank(row));
    if (at < 0) continue;
    const {cells: header, line} = value[at];
    if (header.some((cell) => cell.includes("\0"))) {
      await rows.return();
      throw new InputError("expected CSV text; got binary data", {file: path, line});
    }
    const batches = dataRows(value.slice(at + 1), rows, header.length);
    return {name: path, header, batches, close: () => rows.return().then(() => undefined)};
  }
}

async function* watched(bytes: AsyncIterable<Uint8Array>, onBytes: (bytes: Uint8Array) => void) {
  for await (const piece of bytes) {
    onBytes(piece);
    yield piece;
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

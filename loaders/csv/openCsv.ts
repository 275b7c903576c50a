import {InputError} from "../../lib/csv/InputError.js";
import {recordSplitter, type CsvRow} from "../../lib/csv/recordSplitter.js";
import {openBytes} from "./openBytes.js";

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
  onBytes?: (bytes: Uint8Array) => void;
}

/**
 * Opens a CSV (UTF-8, with or without byte order mark; gzip is recognised by content) and reads its header.
 *
 * Memory stays constant however long the file is. Text is never type-inferred.
 *
 * @param path of the file
 * @throws InputError here or while reading: no such file, empty, binary, cut-off gzip, not UTF-8, quotes at fault
 */
export async function openCsv(path: string, {onBytes}: OpenCsvOptions = {}): Promise<CsvFile> {
  const rows = readRows(path, onBytes);
  for (;;) {
    const {value, done} = await rows.next();
    if (done) throw new InputError("expected a header line; got an empty file", {file: path});
    const at = value.findIndex((row) => !isBlank(row));
    if (at < 0) continue;
    const header = value[at].cells;
    if (header.some((cell) => cell.includes("\0"))) {
      await rows.return();
      throw new InputError("expected CSV text; got binary data", {file: path, line: value[at].line});
    }
    return {name: path, header, batches: dataRows(value.slice(at + 1), rows, header.length), close: () => stop(rows)};
  }
}

async function stop(rows: AsyncGenerator<CsvRow[], void, void>) {
  await rows.return();
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

async function* readRows(path: string, onBytes?: (bytes: Uint8Array) => void): AsyncGenerator<CsvRow[], void, void> {
  const splitter = recordSplitter(path);
  const decoder = new TextDecoder("utf-8", {fatal: true});
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, {stream: true}) : decoder.decode();
    } catch {
      const [before] = new TextDecoder().decode(bytes).split("\ufffd");
      const line = splitter.line() + before.split("\n").length - 1;
      throw new InputError("expected UTF-8 text; got another encoding", {file: path, line});
    }
  };
  for await (const bytes of openBytes(path)) {
    onBytes?.(bytes);
    const rows = splitter.push(decode(bytes));
    if (rows.length > 0) yield rows;
  }
  const rows = [...splitter.push(decode()), ...splitter.end()];
  if (rows.length > 0) yield rows;
}

function isBlank({cells}: CsvRow): boolean {
  return cells.length === 1 && cells[0].trim() === "";
}

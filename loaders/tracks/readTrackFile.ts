import {createHash} from "node:crypto";
import {InputError} from "../../lib/csv/InputError.js";
import {openCsv} from "../csv/openCsv.js";
import {recogniseStudy} from "./adapters/recogniseStudy.js";
import type {Adapter, TrackRow} from "./adapters/types.js";
import {UnusableRow} from "./adapters/UnusableRow.js";

/** A file in which a larger share of rows is unusable is not what it claims to be. */
const MAX_UNUSABLE_SHARE = 0.05;

/** What was read of one file. */
export interface TrackFile {
  readonly sha256: string; // of the uncompressed bytes, 64 hex digits
  readonly rows: number; // data rows, usable or not
  readonly dropped: Readonly<Record<string, number>>; // reason -> rows
}

/**
 * Reads one CSV of tracks and adds its usable rows to a table; others are counted by reason.
 *
 * @param path of a CSV, gzipped or not
 * @param tableOf takes the usable rows in the file's order; it may refuse the file's study
 * @param onRows is told the number of rows read so far, now and then
 * @throws InputError if the file cannot be read, its study is unknown, it has no rows, or more than 5 % of them are
 * unusable; then it names the first of those
 */
export async function readTrackFile(
  path: string,
  tableOf: (adapter: Adapter) => {add(row: TrackRow): void},
  onRows?: (rows: number) => void
): Promise<TrackFile> {
  const hash = createHash("sha256");
  const csv = await openCsv(path, {onBytes: (bytes) => hash.update(bytes)});
  const dropped: Record<string, number> = {};
  let rows = 0;
  let first: {line: number; unusable: UnusableRow} | undefined;
  try {
    const adapter = recogniseStudy(csv.header, path);
    const table = tableOf(adapter);
    const read = adapter.reader(csv.header, path);
    const width = csv.header.length;
    for await (const batch of csv.batches) {
      for (const {line, cells} of batch) {
        rows++;
        try {
          if (cells.length !== width) {
            throw new UnusableRow("ragged row", `expected ${width} cells like the header; got ${cells.length}`);
          }
          table.add(read(cells));
        } catch (error) {
          if (!(error instanceof UnusableRow)) throw error;
          first ??= {line, unusable: error};
          dropped[error.reason] = (dropped[error.reason] ?? 0) + 1;
        }
      }
      onRows?.(rows);
    }
    if (rows === 0) throw new InputError("expected tracks after the header; got none", {file: path});
    const unusable = Object.values(dropped).reduce((sum, n) => sum + n, 0);
    if (first && unusable > MAX_UNUSABLE_SHARE * rows) {
      const share = `${unusable} of ${rows} rows cannot be used; ${100 * MAX_UNUSABLE_SHARE} % may be`;
      throw new InputError(`${first.unusable.message} (${share})`, {
        file: path,
        line: first.line,
        column: first.unusable.column
      });
    }
    return {sha256: hash.digest("hex"), rows, dropped};
  } finally {
    await csv.close();
  }
}

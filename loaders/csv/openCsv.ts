import type {CsvRow} from "../../lib/csv/csvRows.js";
import {openRows, type CsvFile} from "../../lib/csv/openRows.js";
import {openBytes} from "./openBytes.js";

export type {CsvFile, CsvRow};

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
export function openCsv(path: string, {onBytes, bytes = openBytes(path)}: OpenCsvOptions = {}): Promise<CsvFile> {
  return openRows(path, onBytes ? watched(bytes, onBytes) : bytes);
}

async function* watched(bytes: AsyncIterable<Uint8Array>, onBytes: (bytes: Uint8Array) => void) {
  for await (const piece of bytes) {
    onBytes(piece);
    yield piece;
  }
}

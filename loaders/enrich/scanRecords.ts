import {createReadStream} from "node:fs";
import {InputError} from "../../lib/csv/InputError.js";
import {decodeRecord, type StoreRecord} from "./StoreRecord.js";

const LINE_END = 0x0a;

/** How a store ends: what lies beyond `wholeBytes` was cut off while it was written. */
export interface ScannedStore {
  readonly wholeBytes: number; // of all records that are whole
  readonly tornBytes: number; // after them; 0 but for a process that was killed
  readonly endsLine: boolean; // false if the last whole record lacks but its line's end
}

/**
 * Reads every record of a store, in the order they were written. A record that was being written when its process was
 * killed is the last and has no line's end: it is not read.
 *
 * @param file that need not exist
 * @throws InputError naming file and line if a record in between is not as it was written
 */
export async function scanRecords(file: string, onRecord: (record: StoreRecord) => void): Promise<ScannedStore> {
  let wholeBytes = 0;
  let lines = 0;
  let pieces: Buffer[] = []; // of a line that goes on
  const take = (line: Buffer) => {
    lines++;
    const record = decodeRecord(line);
    if (!record) throw corrupt(file, lines);
    onRecord(record);
    wholeBytes += line.length + 1;
  };
  try {
    for await (const chunk of createReadStream(file, {highWaterMark: 1 << 20}) as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
        take(Buffer.concat([...pieces, chunk.subarray(start, end)]));
        pieces = [];
        start = end + 1;
      }
      pieces.push(chunk.subarray(start));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const rest = Buffer.concat(pieces);
  const last = decodeRecord(rest);
  if (!last) return {wholeBytes, tornBytes: rest.length, endsLine: true};
  onRecord(last);
  return {wholeBytes: wholeBytes + rest.length, tornBytes: 0, endsLine: false};
}

function corrupt(file: string, line: number): InputError {
  const problem = `expected a record as it was written; got another checksum. Restore the file from a copy, or delete line ${line}: what it held is then asked again`;
  return new InputError(problem, {file, line});
}

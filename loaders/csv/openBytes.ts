import {open, type FileHandle} from "node:fs/promises";
import {InputError} from "../../lib/csv/InputError.js";
import {CHUNK_BYTES, gunzipBytes} from "./gunzipBytes.js";

/** First bytes of files that are mistaken for CSV, and what to call them. */
const FOREIGN: readonly (readonly [magic: string, name: string])[] = [
  ["PK\u0003\u0004", "a zip archive or Excel workbook"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Excel workbook"],
  ["PAR1", "a Parquet file"],
  ["ARROW1", "an Arrow file"],
  ["SQLite format 3", "an SQLite database"],
  ["%PDF", "a PDF"],
  ["\u0028\u00b5\u002f\u00fd", "a Zstandard archive"],
  ["BZh", "a bzip2 archive"],
  ["\u00fd7zXZ", "an xz archive"],
  ["\u00ff\u00fe", "UTF-16 text"],
  ["\u00fe\u00ff", "UTF-16 text"]
];

/**
 * The uncompressed bytes of a text file; gzip is recognised by its first two bytes, whatever the name.
 *
 * @throws InputError if the file is not there, is a folder, starts like a known binary format or is a broken gzip
 */
export async function* openBytes(path: string): AsyncGenerator<Uint8Array, void, void> {
  const file = await openFile(path);
  try {
    const head = Buffer.alloc(16);
    const {bytesRead} = await file.read(head, 0, head.length, 0);
    const start = head.toString("latin1", 0, bytesRead);
    const foreign = FOREIGN.find(([magic]) => start.startsWith(magic));
    if (foreign) throw new InputError(`expected CSV text; got ${foreign[1]}`, {file: path});
    const bytes = file.createReadStream({start: 0, highWaterMark: CHUNK_BYTES, autoClose: false});
    if (!start.startsWith("\u001f\u008b")) yield* bytes;
    else yield* gunzipBytes(bytes, path);
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file;
    await file.close();
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    const got = code === "ENOENT" || code === "ENOTDIR" ? "no such file" : (code ?? String(error));
    throw new InputError(`expected a readable CSV; got ${got}`, {file: path});
  }
  throw new InputError("expected a CSV; got a folder", {file: path});
}

import {Readable, pipeline} from "node:stream";
import {createGunzip} from "node:zlib";
import {InputError} from "../../lib/csv/InputError.js";
import {recordSplitter, type CsvRow} from "../../lib/csv/recordSplitter.js";
import type {CsvFile, OpenCsvOptions} from "../csv/openCsv.js";

/**
 * Opens a CSV that cannot be sought in, such as standard input: what `openCsv` is for files.
 *
 * @param name what errors call it
 * @param source its bytes, gzipped or not
 * @throws InputError here or while reading: empty, binary, cut-off gzip, not UTF-8, quotes at fault
 */
export async function streamCsv(
  name: string,
  source: AsyncIterable<Uint8Array>,
  {onBytes}: OpenCsvOptions = {}
): Promise<CsvFile> {
  const rows = readRows(name, source, onBytes);
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
    return {name, header, batches, close: async () => void (await rows.return())};
  }
}

async function* dataRows(first: CsvRow[], rest: AsyncGenerator<CsvRow[], void, void>, width: number) {
  const keep = (batch: CsvRow[]) => (width === 1 ? batch : batch.filter((row) => !isBlank(row)));
  try {
    yield keep(first);
    for await (const batch of rest) yield keep(batch);
  } finally {
    await rest.return();
  }
}

async function* readRows(
  name: string,
  source: AsyncIterable<Uint8Array>,
  onBytes?: (bytes: Uint8Array) => void
): AsyncGenerator<CsvRow[], void, void> {
  const splitter = recordSplitter(name);
  const decoder = new TextDecoder("utf-8", {fatal: true});
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, {stream: true}) : decoder.decode();
    } catch {
      const [before] = new TextDecoder().decode(bytes).split("\ufffd");
      const line = splitter.line() + before.split("\n").length - 1;
      throw new InputError("expected UTF-8 text; got another encoding", {file: name, line});
    }
  };
  for await (const bytes of uncompressed(name, source)) {
    onBytes?.(bytes);
    const rows = splitter.push(decode(bytes));
    if (rows.length > 0) yield rows;
  }
  const rows = [...splitter.push(decode()), ...splitter.end()];
  if (rows.length > 0) yield rows;
}

/** The bytes as they come, or unzipped if the first two are gzip's. */
async function* uncompressed(name: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const chunks = source[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const {value, done} = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const whole = async function* () {
    try {
      yield head;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    } finally {
      await chunks.return?.();
    }
  };
  if (head[0] !== 0x1f || head[1] !== 0x8b) return yield* whole();
  const gunzip = createGunzip({chunkSize: 1 << 18});
  pipeline(Readable.from(whole()), gunzip, () => undefined); // errors arrive through the iteration
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "Z_BUF_ERROR") throw new InputError("expected a whole gzip file; got one cut off", {file: name});
    if (code?.startsWith("Z_")) throw new InputError("expected a gzip file; got a damaged one", {file: name});
    throw error;
  }
}

function isBlank({cells}: CsvRow): boolean {
  return cells.length === 1 && cells[0].trim() === "";
}

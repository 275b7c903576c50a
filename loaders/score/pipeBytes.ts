import {Readable, pipeline} from "node:stream";
import {createGunzip} from "node:zlib";
import {InputError} from "../../lib/csv/InputError.js";

const CHUNK_BYTES = 1 << 18;

/**
 * The uncompressed bytes of what cannot be sought in, such as standard input: what `openBytes` is for files. Gzip is
 * recognised by its first two bytes.
 *
 * @param name what errors call it
 * @throws InputError if it is a broken gzip
 */
export async function* pipeBytes(
  name: string,
  source: AsyncIterable<Uint8Array>
): AsyncGenerator<Uint8Array, void, void> {
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
  const gunzip = createGunzip({chunkSize: CHUNK_BYTES});
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

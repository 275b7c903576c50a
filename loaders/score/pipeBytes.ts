import {Readable} from "node:stream";
import {gunzipBytes} from "../csv/gunzipBytes.js";

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
  yield* gunzipBytes(Readable.from(whole()), name);
}

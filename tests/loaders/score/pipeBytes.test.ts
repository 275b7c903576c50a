import assert from "node:assert/strict";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, it} from "vitest";
import {openCsv} from "../../../loaders/csv/openCsv.js";
import {pipeBytes} from "../../../loaders/score/pipeBytes.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";
import {allOf} from "./csvOf.js";

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

const seen = async (open: ReturnType<typeof openCsv>) => {
  try {
    const {header, batches} = await open;
    return {header, rows: (await allOf(batches)).flat()};
  } catch (error) {
    assert.equal((error as Error).name, "InputError", String(error));
    return (error as Error).message;
  }
};

const text = '\ufeffa,b\r\n1,"é,\r\n"\r\n\r\n,"say ""hi"""\r\n';
const long = gzipSync(`a,b\n${Array.from({length: 4000}, (_, i) => `${i},${i * i}`).join("\n")}\n`);

describe("pipeBytes(name, source)", () => {
  const cases: [string, Uint8Array][] = [
    ["CRLF, a byte order mark and quotes", Buffer.from(text)],
    ["gzip", gzipSync(text)],
    ["a single column with empty lines", Buffer.from("tempo\n\n120\n")],
    ["no line end at the end", Buffer.from("a,b\n1,2")],
    ["nothing", Buffer.from("")],
    ["blank lines", Buffer.from("\n\n")],
    ["binary data", Buffer.from("\0\u0001\n\u0002")],
    ["Latin-1", Buffer.from("a,b\n1,2\ncaf\u00e9,3\n", "latin1")],
    ["an open quote", Buffer.from('a,b\n1,"2\n')],
    ["gzip cut off", long.subarray(0, long.length >> 1)],
    ["gzip damaged", Uint8Array.from(long, (byte, i) => (i === long.length - 6 ? byte ^ 255 : byte))]
  ];
  for (const [what, bytes] of cases) {
    it(`gives openCsv what it sees in a file: ${what}`, async () => {
      await inFolder({"f.csv": bytes}, async (folder) => {
        const path = join(folder, "f.csv");
        const expected = await seen(openCsv(path));
        assert.deepEqual(await seen(openCsv(path, {bytes: pipeBytes(path, inPieces(bytes, 1 << 16))})), expected);
        assert.deepEqual(await seen(openCsv(path, {bytes: pipeBytes(path, inPieces(bytes, 1))})), expected);
      });
    });
  }

  it("lets the source go when left early", async () => {
    for (const bytes of [Buffer.from("a\n1\n"), gzipSync("a\n1\n")]) {
      let closed = false;
      const source = async function* () {
        try {
          for (;;) yield bytes;
        } finally {
          closed = true;
        }
      };
      const {batches} = await openCsv("s", {bytes: pipeBytes("s", source())});
      for await (const batch of batches) if (batch.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.ok(closed);
    }
  });
});

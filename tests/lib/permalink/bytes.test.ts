import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {fromBase64Url, toBase64Url} from "../../../lib/permalink/base64Url.js";
import {byteReader} from "../../../lib/permalink/byteReader.js";
import {byteWriter} from "../../../lib/permalink/byteWriter.js";
import {crc32} from "../../../lib/permalink/crc32.js";
import {bytesOfSongId, songIdOfBytes} from "../../../lib/permalink/songId.js";

it("crc32(bytes) is the published check value of the nine digits", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")).toString(16), "cbf43926");
  assert.equal(crc32(new Uint8Array()), 0);
});

describe("toBase64Url(bytes) and fromBase64Url(text)", () => {
  it("are those of RFC 4648, without padding", () => {
    const vectors = [["", ""], ["f", "Zg"], ["fo", "Zm8"], ["foo", "Zm9v"], ["foob", "Zm9vYg"]]; // prettier-ignore
    for (const [plain, text] of vectors) {
      assert.equal(toBase64Url(new TextEncoder().encode(plain)), text);
      assert.equal(new TextDecoder().decode(fromBase64Url(text)), plain);
    }
    assert.equal(toBase64Url(Uint8Array.of(251, 255, 190)), "-_--");
    assert.deepEqual(fromBase64Url("-_--"), Uint8Array.of(251, 255, 190));
  });

  it("refuse other letters, a length of none, and a second text for the same bytes", () => {
    for (const text of ["Zg==", "Z+8/", "Z", "Zm9vY", "Zh", "Zm9", " Zg", "Zg\n", "ä"]) assert.equal(fromBase64Url(text), undefined, text); // prettier-ignore
  });
});

describe("byteWriter() and byteReader(bytes)", () => {
  it("write short decimals in few bytes", () => {
    const lengthOf = (value: number, kind: "float32" | "float64" = "float32") => {
      const out = byteWriter();
      out.float(kind === "float32" ? Math.fround(value) : value, kind);
      assert.ok(Object.is(byteReader(out.done()).float(kind), kind === "float32" ? Math.fround(value) : value));
      return out.done().length;
    };
    assert.deepEqual([7, 0.578, -9.57, 118.956, 225_947, NaN].map((value) => lengthOf(value)), [1, 2, 2, 3, 4, 1]); // prettier-ignore
    assert.deepEqual(
      [1.36e-6, -0, Infinity, 1 / 3].map((value) => lengthOf(value)),
      [5, 5, 5, 5]
    );
    assert.deepEqual(
      [0.02, 1 / 3, 1e300].map((value) => lengthOf(value, "float64")),
      [1, 9, 9]
    );
  });

  it("refuse what is not written or read so", () => {
    assert.throws(() => byteWriter().varint(-1), /varint requires a whole number from 0 to 2\^28 - 1; got -1/);
    assert.throws(() => byteWriter().varint(2 ** 28), /got 268435456/);
    assert.throws(() => byteReader(Uint8Array.of(128, 128, 128, 128, 0)).varint(), /cut short or altered/);
    assert.throws(() => byteReader(Uint8Array.of(23)).float("float32"), /cut short or altered/); // no code
    assert.throws(() => byteReader(Uint8Array.of(1)).uint(2), /cut short or altered/);
    assert.throws(() => byteReader(Uint8Array.of(1)).end(), /cut short or altered/);
  });
});

describe("bytesOfSongId(id) and songIdOfBytes(bytes)", () => {
  it("are base 62 in Spotify's order", () => {
    assert.deepEqual([...bytesOfSongId(`${"0".repeat(20)}10`)!], [...new Uint8Array(16), 62]);
    for (const id of ["6rqhFgbbKwnb9MLmUQDhG6", "0".repeat(22), "Z".repeat(22)])
      assert.equal(songIdOfBytes(bytesOfSongId(id)!), id);
  });

  it("refuse what is no id", () => {
    for (const id of ["", "6rqhFgbbKwnb9MLmUQDhG", "6rqhFgbbKwnb9MLmUQDhG67", "6rqhFgbbKwnb9MLmUQDh-6"])
      assert.equal(bytesOfSongId(id), undefined);
    assert.equal(songIdOfBytes(new Uint8Array(17).fill(255)), undefined);
  });
});

import assert from "node:assert/strict";
import {gzipSync} from "node:zlib";
import {describe, it} from "vitest";
import {randomSource} from "../../../lib/random/randomSource.js";
import {decodeTracks} from "../../../lib/tracks/decodeTracks.js";
import {encodeTracks} from "../../../lib/tracks/encodeTracks.js";
import type {TracksData} from "../../../lib/wire/TracksData.js";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Tracks of the columns given, the rest made up. */
function tracksOf(columns: Record<string, ArrayLike<number>>, ids?: readonly string[]): TracksData {
  const X = Object.values(columns).map((values) => Float32Array.from(values));
  const n = X[0].length;
  return {
    ids: ids ?? new Array<string>(n).fill(""),
    X: {names: Object.keys(columns), columns: X, length: n},
    label: Uint8Array.from({length: n}, (_, i) => i % 2),
    p: Float32Array.from({length: n}, (_, i) => (i % 3 === 0 ? NaN : Number((i / n).toFixed(4))))
  };
}

/** Ids of 128 random bits. */
function randomIds(n: number): string[] {
  const random = randomSource(5);
  const digit = (most: number) => DIGITS[Math.floor(random() * most)];
  return Array.from({length: n}, () => digit(8) + Array.from({length: 21}, () => digit(62)).join(""));
}

const bitsOf = (column: Float32Array) => new Uint32Array(column.slice().buffer);

function assertComesBack(tracks: TracksData): void {
  const back = decodeTracks(encodeTracks(tracks));
  assert.deepEqual(back.ids, tracks.ids);
  assert.deepEqual(back.label, tracks.label);
  assert.deepEqual([back.X.names, back.X.length], [tracks.X.names, tracks.X.length]);
  tracks.X.columns.forEach((column, j) =>
    assert.deepEqual(bitsOf(back.X.columns[j]), bitsOf(column), tracks.X.names[j])
  );
  assert.deepEqual(bitsOf(back.p), bitsOf(tracks.p));
}

describe("decodeTracks(encodeTracks(tracks))", () => {
  const random = randomSource(1);
  const many = (make: (i: number) => number, n = 3000) => Float64Array.from({length: n}, (_, i) => make(i));

  it("gives values as published back to the bit: fractions, counts, negative ones, missing ones", () => {
    assertComesBack(
      tracksOf({
        tempo: many(() => Math.round(random() * 200_000) / 1000),
        loudness: many(() => -Math.round(random() * 40_000) / 1000),
        chorus: many((i) => (i % 5 === 0 ? NaN : Math.round(random() * 2e7) / 1e5)),
        duration: many(() => 15_000 + Math.floor(random() * 4e6)),
        year: many((i) => 1960 + 10 * (i % 6)),
        tiny: many(() => Number((random() ** 20).toPrecision(3)))
      })
    );
  });

  it("gives any others back to the bit: without decimals, infinite, −0, all missing, far apart", () => {
    assertComesBack(
      tracksOf({
        thirds: [1 / 3, 2 / 3, -1 / 3, 1 / 3],
        infinite: [Infinity, -Infinity, 0, NaN],
        zeros: [0, -0, -0, 0],
        zeroAlone: [-0, -0, -0, 1],
        missing: [NaN, NaN, NaN, NaN],
        same: [7, 7, 7, 7],
        far: [-3e9, 3e9, 0, 1],
        extreme: [1e-45, 3.4e38, 1, 2]
      })
    );
    const widths = [254, 255, 65_534, 65_535, 2 ** 24 - 2, 2 ** 24 - 1]; // on either side of a byte more
    assertComesBack(tracksOf(Object.fromEntries(widths.map((width) => [`${width}`, [0, width]]))));
    assertComesBack(tracksOf({one: [4.5]}));
    assertComesBack(tracksOf({none: []}));
  });

  it("gives every id back, the least and the greatest, and that there is none", () => {
    const ids = ["0".repeat(22), "Z".repeat(22), "", "0123456789abcdefghijkl", "4GiXBCUF7H6YfNQsnBRIzl"];
    assertComesBack(tracksOf({x: ids.map((_, i) => i)}, ids));
  });

  it("takes little more than an id's 16 bytes and a value's own bits, compressed", () => {
    const n = 20_000;
    const size = (tracks: TracksData) => gzipSync(encodeTracks(tracks)).length;
    const flat = {...tracksOf({same: many(() => 1, n)}), p: new Float32Array(n), label: new Uint8Array(n)};
    const bytesOf = (change: Partial<TracksData>) => (size({...flat, ...change}) - size(flat)) / n;
    const X = (make: (i: number) => number) => ({X: tracksOf({x: many(make, n)}).X});
    assert.ok(bytesOf({ids: randomIds(n)}) < 16.6);
    assert.ok(bytesOf(X(() => Math.floor(random() * 65_000) / 1000)) < 2.1, "16 bits of steps");
    const few = many(() => Math.round(random() * 1e6) / 1e6, 200); // of which each track has one
    assert.ok(bytesOf(X(() => few[Math.floor(random() * 200)])) < 1.3, "8 bits of places, 200 values");
  });
});

describe("encodeTracks(tracks)", () => {
  it.each(["4GiXBCUF7H6YfNQsnBRIz", "4GiXBCUF7H6YfNQsnBRIzlA", "4GiXBCUF7H6YfNQsnBRIz-", "<script>"])(
    "refuses the id %s",
    (id) => {
      assert.throws(() => encodeTracks(tracksOf({x: [1, 2]}, ["", id])), {
        name: "RangeError",
        message: `encodeTracks requires ids of 22 digits of base 62; got "${id}"`
      });
    }
  );
});

describe("decodeTracks(bytes)", () => {
  const bytes = encodeTracks(tracksOf({a: [1, 2.5, NaN], b: [1 / 3, 5, 6]}));
  const refused = {name: "RangeError", message: /^decodeTracks requires trackoracle-tracks-wire\/1; got /};

  it("refuses other bytes, and bytes cut short", () => {
    for (const other of [new Uint8Array(), Uint8Array.of(1, 2, 3), new TextEncoder().encode("<!doctype html>")]) {
      assert.throws(() => decodeTracks(other), refused);
    }
    for (let length = 0; length < bytes.length - 8; length += 16) {
      assert.throws(() => decodeTracks(bytes.slice(0, length)), refused, `${length} of ${bytes.length} bytes`);
    }
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {FEATURES} from "../../../lib/features/features.js";
import {fromBase64Url, toBase64Url} from "../../../lib/permalink/base64Url.js";
import {byteWriter} from "../../../lib/permalink/byteWriter.js";
import {crc32} from "../../../lib/permalink/crc32.js";
import {decodeLink} from "../../../lib/permalink/decodeLink.js";
import {encodeLink} from "../../../lib/permalink/encodeLink.js";
import {featureMark} from "../../../lib/permalink/linkHeader.js";
import {LINKED_MODELS, LINKED_SPACES, type LinkedChoice, type LinkTerms} from "../../../lib/permalink/types.js";

const controls = FEATURES.map(({name, label, min, max}) => ({name, label, min, max}));
const TYPICAL = {tempo: 118.956, duration_ms: 225_947, loudness: -9.57, decade: 1980, key: 7, time_signature: 4};
const valuesOf = (given: Readonly<Record<string, number>>) =>
  Float32Array.from(controls, ({name}) => given[name] ?? 0.578);
const start: LinkedChoice = {
  x: valuesOf({...TYPICAL, tempo: 120}),
  songId: "",
  touched: 7,
  kept: null,
  rate: 0.5,
  errorRate: 0.1,
  model: "boosted",
  space: "log-odds",
  target: 0.5,
  locked: controls.map(({name}) => name === "decade"),
  ranges: controls.map(() => null)
};
const terms: LinkTerms = {controls, start, errorRates: [0.05, 0.1, 0.2], models: LINKED_MODELS};
const madeWith = {dataHash: "0123456789ab", modelHash: "ba9876543210", p: 0.63};
const song: LinkedChoice = {...start, x: valuesOf(TYPICAL), songId: "6rqhFgbbKwnb9MLmUQDhG6"};
const all: LinkedChoice = {
  x: valuesOf({...TYPICAL, tempo: NaN, energy: 1.36e-6}),
  songId: "7zzzzzzzzzzzzzzzzzzzzZ",
  touched: 3,
  kept: {name: "“<b>Ünïcode</b>” by 🎵", x: valuesOf({...TYPICAL, key: NaN, loudness: -0})},
  rate: 1 / 30,
  errorRate: 0.05,
  model: "logistic",
  space: "probability",
  target: 0.75,
  locked: controls.map((_, j) => j % 3 === 0),
  ranges: controls.map(({name}) => (name === "tempo" ? [90.5, 128] : name === "loudness" ? [-12, -1 / 3] : null))
};

const encode = (choice: LinkedChoice) => encodeLink(choice, madeWith, terms);

function open(link: string, given = terms) {
  const read = decodeLink(link, given);
  assert.ok(read.problem === undefined, read.problem);
  return read;
}

/** The same in lists, where one NaN is as good as another, and -0 is not 0. */
const plain = (choice: LinkedChoice) => ({
  ...choice,
  x: [...choice.x],
  kept: choice.kept && {name: choice.kept.name, x: [...choice.kept.x]}
});

/** What is wrong with a link; it must not open. */
function problemOf(link: string, given = terms): string {
  const read = decodeLink(link, given);
  assert.ok(read.problem !== undefined, "it opened");
  return read.problem;
}

/** A link of bytes made by hand, with a right checksum. */
function forged(write: (out: ReturnType<typeof byteWriter>) => void): string {
  const out = byteWriter();
  write(out);
  out.uint(crc32(out.done()), 4);
  return toBase64Url(out.done());
}

const header = (out: ReturnType<typeof byteWriter>) => {
  out.byte(1);
  out.bytes(featureMark(controls));
  out.bytes(new Uint8Array(10));
};

const ALTERED = /cut short or altered/;

describe("encodeLink(choice, madeWith, terms) and decodeLink(text, terms)", () => {
  it("give back all that was chosen, and with what it was made", () => {
    for (const choice of [song, all]) {
      const {choice: read, madeWith: made} = open(encode(choice));
      assert.deepEqual(read, choice);
      assert.equal(made.dataHash, "01234567");
      assert.equal(made.modelHash, "ba987654");
      assert.ok(Math.abs(made.p - 0.63) < 1e-5);
    }
  });

  it("write nothing where all is as at first", () => {
    assert.equal(encode({...start}), "");
    assert.notEqual(encode({...start, touched: 0}), "");
  });

  it("are short: a song found, all else as at first, in under 150 characters of an address", () => {
    assert.ok(encode(song).length < 110, String(encode(song).length));
    assert.match(encode(all), /^[\w-]+$/);
  });

  it("give values back bit for bit, and any choice the page can show", () => {
    const float = ({min, max}: {min: number; max: number}) => {
      const any = fc.double({min, max}).map((value) => Math.min(max, Math.max(min, Math.fround(value))));
      const short = fc.integer({min: Math.ceil(min), max: Math.floor(max * 1000)}).map((n) => n / 1000);
      return fc.oneof(any, fc.constant(NaN), short.map((value) => Math.max(min, value))); // prettier-ignore
    };
    const values = fc.tuple(...controls.map(float)).map((x) => Float32Array.from(x));
    const name = fc.string({unit: "grapheme-composite", maxLength: 20});
    const choices = fc.record<LinkedChoice>({
      x: values,
      songId: fc.constantFrom("", song.songId, "0000000000000000000000", "7N3PAbqfTjSEU1edb2tY8j"),
      touched: fc.nat(15),
      kept: fc.option(fc.record({name, x: values})),
      rate: fc.double({min: 0.01, max: 0.5, noNaN: true}),
      errorRate: fc.constantFrom(...terms.errorRates),
      model: fc.constantFrom(...LINKED_MODELS),
      space: fc.constantFrom(...LINKED_SPACES),
      target: fc.double({min: 0.001, max: 0.999, noNaN: true}),
      locked: fc.array(fc.boolean(), {minLength: 16, maxLength: 16}),
      ranges: fc.tuple(
        ...controls.map(
          ({min, max}) =>
          fc.option(fc.tuple(fc.double({min, max, noNaN: true}), fc.double({min, max, noNaN: true})).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [number, number])) // prettier-ignore
        )
      )
    });
    const check = fc.property(choices, (choice) => assert.deepEqual(plain(open(encode(choice)).choice), plain(choice)));
    fc.assert(check, {numRuns: 300});
  });

  it("keep hostile names as text: unpaired surrogates replaced, 80 characters, none of them halved", () => {
    const nameRead = (name: string) => open(encode({...start, kept: {name, x: start.x}})).choice.kept!.name;
    assert.equal(nameRead('"><img src=x onerror=alert(1)>\u202e'), '"><img src=x onerror=alert(1)>\u202e');
    assert.equal(nameRead("\ufeffa\ud800b\udc00"), "\ufeffa\ufffdb\ufffd");
    assert.equal(nameRead("🎵".repeat(100)), "🎵".repeat(80));
  });

  it("cut a range without an end to what its feature may be", () => {
    const ranges = start.ranges.map((_, j) => (j === 3 ? ([-Infinity, -4] as const) : null));
    assert.deepEqual(open(encode({...start, ranges})).choice.ranges[3], [-60, -4]);
  });

  it("leave out an id that is not Spotify's, and what this page does not offer", () => {
    assert.equal(open(encode({...song, songId: "demo:1"})).choice.songId, "");
    const fewer: LinkTerms = {...terms, models: ["boosted"], errorRates: [0.1]};
    const {model, errorRate} = open(encode(all), fewer).choice;
    assert.deepEqual([model, errorRate], ["boosted", 0.1]);
  });

  it("keep a song whole where the middle of the study has moved", () => {
    const moved = {...terms, start: {...start, x: valuesOf({})}};
    assert.deepEqual(open(encode(song), moved).choice.x, song.x);
  });

  it("refuse to write what is no prediction, or another number of values", () => {
    assert.throws(() => encodeLink(song, {...madeWith, p: NaN}, terms), /encodeLink requires p in \[0, 1\]; got NaN/);
    assert.throws(() => encode({...song, x: new Float32Array(3)}), /writeValues requires 16 values; got 3/);
  });
});

describe("decodeLink(text, terms) of links that are none", () => {
  it("opens no link with one bit flipped", () => {
    const bytes = fromBase64Url(encode(all))!;
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] ^= 1 << (bit & 7);
      assert.match(problemOf(toBase64Url(flipped)), ALTERED);
    }
  });

  it("opens no link with one character changed, added or lost", () => {
    const link = encode(all);
    for (let i = 0; i < link.length; i++) {
      const other = link[i] === "A" ? "B" : "A";
      for (const text of [
        link.slice(0, i) + other + link.slice(i + 1),
        link.slice(0, i) + link.slice(i + 1),
        `${link.slice(0, i)}A${link.slice(i)}`
      ])
        // prettier-ignore
        if (text !== link) assert.match(problemOf(text), ALTERED);
    }
  });

  it("opens no link cut short", () => {
    const link = encode(song);
    for (let length = 0; length < link.length; length++) assert.match(problemOf(link.slice(0, length)), ALTERED);
  });

  it("answers any bytes and any text without an error, a right checksum before them or not", () => {
    fc.assert(fc.property(fc.uint8Array({maxLength: 120}), (bytes) => assert.ok(problemOf(toBase64Url(bytes)))));
    fc.assert(fc.property(fc.string(), (text) => assert.ok(problemOf(text))));
    const after = fc.property(fc.uint8Array({maxLength: 120}), (bytes) => {
      const link = forged((out) => {
        header(out);
        out.bytes(bytes);
      });
      const read = decodeLink(link, terms);
      if (read.problem === undefined) assert.equal(read.choice.x.length, 16);
    });
    fc.assert(after);
  });

  it("tells a newer version, and links of other features, from altered ones", () => {
    assert.match(problemOf(forged((out) => out.bytes([2, 9, 9, 9]))), /newer version/);
    assert.match(problemOf(forged((out) => out.bytes([0, 9, 9, 9]))), ALTERED);
    const swapped = [controls[1], controls[0], ...controls.slice(2)];
    assert.match(problemOf(encode(song), {...terms, controls: swapped}), /other features/);
    const fewer = {...terms, controls: controls.slice(1)};
    assert.match(problemOf(encode(song), fewer), /other features/);
    assert.deepEqual([featureMark(controls)[0], featureMark(fewer.controls)[0]], [16, 15]);
  });

  it("names what is wild in a link made by hand", () => {
    const wild: readonly [Partial<LinkedChoice>, RegExp][] = [
      [{x: valuesOf({...TYPICAL, tempo: 900})}, /its tempo is none/],
      [{x: valuesOf({...TYPICAL, tempo: Infinity})}, /its tempo is none/],
      [{x: valuesOf({...TYPICAL, loudness: -61})}, /its loudness is none/],
      [{kept: {name: "", x: valuesOf({...TYPICAL, energy: 2})}}, /its energy in the song that was kept is none/],
      [{rate: 7}, /its share of hits/],
      [{rate: NaN}, /its share of hits/],
      [{rate: 0.001}, /its share of hits/],
      [{errorRate: 0.6}, /its error rate/],
      [{errorRate: -0.1}, /its error rate/],
      [{target: NaN}, /its probability wanted/],
      [{target: 1}, /its probability wanted/],
      [{touched: 16}, /its control moved last/],
      [{model: "forest" as "boosted"}, /its model/],
      [{space: "odds" as "log-odds"}, /its unit of contributions/],
      [{ranges: start.ranges.map((_, j) => (j === 3 ? ([-4, -12] as const) : null))}, /its range of loudness/]
    ];
    for (const [change, problem] of wild) assert.match(problemOf(encode({...start, ...change})), problem);
  });

  it("refuses what only other hands could write", () => {
    const after = (flags: number, write: (out: ReturnType<typeof byteWriter>) => void) =>
      forged((out) => {
        header(out);
        out.varint(flags);
        for (const value of start.x) out.float(value, "float32");
        write(out);
      });
    assert.deepEqual(open(after(0, () => undefined)).choice, start);
    assert.match(problemOf(after(0, (out) => out.byte(0))), ALTERED); // bytes left over
    assert.match(problemOf(after(2 ** 10, () => undefined)), ALTERED); // a choice this version does not know
    assert.match(problemOf(after(1, (out) => out.bytes(new Uint8Array(17).fill(255)))), /its song/); // above 62²²
    const long = (out: ReturnType<typeof byteWriter>) => {
      for (const value of start.x) out.float(value, "float32");
      out.text("a".repeat(81));
    };
    assert.match(problemOf(after(2 ** 6, long)), /its name of the song/);
    assert.match(problemOf(after(4, (out) => out.byte(15))), ALTERED); // eight bytes to follow that do not
  });
});

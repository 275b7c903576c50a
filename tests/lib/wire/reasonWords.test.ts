import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {featureNamed} from "../../../lib/features/featureNamed.js";
import {FEATURES} from "../../../lib/features/features.js";
import {formatFeature} from "../../../lib/format/formatFeature.js";
import {formatPercent} from "../../../lib/format/formatPercent.js";
import {commonRange} from "../../../lib/wire/commonRange.js";
import {featurePhrase, type CommonRange} from "../../../lib/wire/featurePhrase.js";
import {reasonWords} from "../../../lib/wire/reasonWords.js";

const plain = (text: string) => text.replace(/\u00a0/g, " ");

describe("featurePhrase(feature, value, common)", () => {
  const phrase = (name: string, value: number, common: CommonRange | null = null) => {
    const {text, plural} = featurePhrase(featureNamed(name), value, common);
    return `${text} ${plural ? "add" : "adds"}`;
  };

  it("says low or high by the place among the tracks", () => {
    assert.equal(phrase("energy", 0.2, [0.3, 0.8]), "a low energy (0.20) adds");
    assert.equal(phrase("energy", 0.3, [0.3, 0.8]), "a low energy (0.30) adds");
    assert.equal(phrase("energy", 0.31, [0.3, 0.8]), "a middling energy (0.31) adds");
    assert.equal(phrase("energy", 0.8, [0.3, 0.8]), "a high energy (0.80) adds");
    assert.equal(phrase("energy", 0.5), "an energy (0.50) adds");
    assert.equal(phrase("instrumentalness", 0, [0, 0.4]), "a low instrumentalness (0.00) adds");
    assert.equal(phrase("instrumentalness", 0, [0, 0]), "a middling instrumentalness (0.00) adds");
    assert.equal(phrase("instrumentalness", 0.9, [0, 0]), "a high instrumentalness (0.90) adds");
  });

  it("uses each unit's own words", () => {
    assert.equal(phrase("duration_ms", 372_000, [1, 2]), "a long duration (6:12) adds");
    assert.equal(phrase("tempo", 60, [90, 140]), "a slow tempo (60 BPM) adds");
    assert.equal(phrase("chorus_hit", 10, [20, 50]), "an early start of chorus (0:10) adds");
    assert.equal(phrase("sections", 20, [8, 12]), "a high number of sections (20) adds");
    assert.equal(phrase("loudness", -20, [-12, -5]), "a low loudness (−20.0 dB) adds");
  });

  it("names levels by their value alone", () => {
    assert.equal(phrase("key", 0, [3, 9]), "the key of C adds");
    assert.equal(phrase("mode", 0, [1, 1]), "the minor mode adds");
    assert.equal(phrase("decade", 1960, [1970, 2000]), "the 1960s add");
    assert.equal(phrase("time_signature", 4, [4, 4]), "4 beats a bar add");
    assert.equal(phrase("time_signature", 1, [4, 4]), "1 beat a bar adds");
  });

  it("calls what is missing unknown", () => {
    assert.equal(phrase("tempo", NaN, [90, 140]), "an unknown tempo adds");
    assert.equal(phrase("time_signature", NaN), "an unknown number of beats a bar adds");
    assert.equal(phrase("decade", NaN), "an unknown decade adds");
  });
});

describe("commonRange(values)", () => {
  it("is the 20 % and 80 % quantile of what is known", () => {
    assert.deepEqual(commonRange([10, null, 0, 4, 8, 6, 2]), [2, 8]);
    assert.equal(commonRange([null, null]), null);
    assert.deepEqual(commonRange([3]), [3, 3]);
  });
});

describe("reasonWords(numbers)", () => {
  const song = {
    model: "boosted" as const,
    features: ["energy", "tempo", "instrumentalness", "decade", "duration_ms", "mode", "valence"],
    values: [0.9, NaN, 0, 1960, 372_000, 1, 0.5],
    phi: [0.02, -0.004, 0.094, 0.05, -0.043, 0, 0.016],
    base: 0.5,
    common: [[0.3, 0.8], [90, 140], [0, 0.4], null, [180_000, 300_000], null, [0.2, 0.8]] as CommonRange[]
  };

  it("names the strongest in order of size, and sums up the others", () => {
    assert.equal(
      plain(reasonWords(song)),
      "The boosted trees give this song 63 %, against 50 % where nothing is known of a song. " +
        "A low instrumentalness (0.00) adds 9 points, the 1960s add 5 points, a long duration (6:12) takes 4 points " +
        "and a high energy (0.90) adds 2 points. The 2 other features add 1 point together."
    );
  });

  it("calls a small contribution less than a point, and names the last one rather than sum it up alone", () => {
    const {model, base} = song;
    const features = ["energy", "tempo", "valence", "decade", "mode"];
    const few = {model, base, features, values: [0.5, NaN, 0.5, 2000, 1], common: features.map(() => null)};
    assert.equal(
      plain(reasonWords({...few, model: "mlp", phi: [-0.004, 0.3, 0.2, -0.1, 0.012]})),
      "The neural network gives this song 91 %, against 50 % where nothing is known of a song. " +
        "An unknown tempo adds 30 points, a valence (0.50) adds 20 points, the 2000s take 10 points, " +
        "the major mode adds 1 point and an energy (0.50) takes less than a point."
    );
    assert.match(reasonWords({...few, phi: [0, 0, 0, 0, 0]}), /song\. No feature moves it\.$/);
  });

  it("says nothing but its inputs, rounded, with their signs, and everything adds up", () => {
    const names = FEATURES.map(({name}) => name);
    const value = fc.oneof(fc.constant(NaN), fc.integer({min: 1, max: 11}));
    const small = fc.double({min: -0.06, max: 0.06, noNaN: true});
    const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, {minLength: names.length, maxLength: names.length});
    fc.assert(
      fc.property(list(value), list(small), (values, phi) => {
        const text = plain(reasonWords({...song, features: names, values, phi, common: names.map(() => [3, 7])}));
        const p = phi.reduce((sum, one) => sum + one, 0.5);
        const [, said, base] = /give this song ([^,]+), against (\d+ %) /.exec(text)!;
        assert.deepEqual([said, base], [plain(formatPercent(p)), "50 %"]);
        const order = names.map((_, j) => j).sort((a, b) => Math.abs(phi[b]) - Math.abs(phi[a]));
        const moves = [...text.matchAll(/ (add|take)s? (less than a|\d+) points?/g)].map(
          ([, verb, size]) => (verb === "add" ? 1 : -1) * (size === "less than a" ? 0 : Number(size))
        );
        const moving = order.filter((j) => phi[j] !== 0);
        const named = moving.slice(0, moving.length === 5 ? 5 : 4);
        assert.ok(moves.length === named.length + Number(moving.length > 5));
        let before = -1;
        named.forEach((j, k) => {
          assert.equal(moves[k] || 0, Math.sign(phi[j]) * Math.round(Math.abs(phi[j]) * 100) || 0);
          const shown = Number.isNaN(values[j]) ? "unknown" : formatFeature(FEATURES[j], values[j]);
          const at = text.indexOf(shown, before + 1);
          assert.ok(at > before, `${shown} in ${text}`);
          before = at;
        });
        const total = moves.reduce((sum, one) => sum + one, 0);
        assert.ok(Math.abs(total - (p - 0.5) * 100) <= 0.5 * moves.length + 1e-9, text);
        const others = /The (\d+) other features/.exec(text);
        assert.equal(others ? Number(others[1]) : 0, moving.length - named.length);
      }),
      {numRuns: 200}
    );
  });

  it("refuses lists of different lengths", () => {
    assert.throws(() => reasonWords({...song, phi: [1]}), /reasonWords requires 7 values and contributions; got 7, 1/);
    assert.throws(() => reasonWords({...song, values: []}), /got 0, 7/);
  });
});

import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {bootstrapEstimates} from "../../../lib/insights/bootstrapEstimates.js";
import {comparedDecades} from "../../../lib/insights/comparedDecades.js";
import {isClear} from "../../../lib/insights/isClear.js";
import {measureCalls} from "../../../lib/insights/measureCalls.js";
import {measureLengths} from "../../../lib/insights/measureLengths.js";
import {measureTraits} from "../../../lib/insights/measureTraits.js";
import {measureVoice} from "../../../lib/insights/measureVoice.js";
import {columnNamed} from "../../../lib/columnNamed.js";
import type {Tracks} from "../../../lib/insights/Tracks.js";
import type {Estimate} from "../../../lib/metrics/types.js";

/** Tracks from one function a column; artists of `perArtist` tracks each. */
function tracksOf(
  n: number,
  hit: (i: number) => boolean,
  columns: Readonly<Record<string, (i: number) => number>>,
  perArtist = 1
): Tracks {
  const rows = Array.from({length: n}, (_, i) => i);
  return {
    X: {names: Object.keys(columns), columns: Object.values(columns).map((of) => Float32Array.from(rows, of)), length: n}, // prettier-ignore
    y: Uint8Array.from(rows, (i) => (hit(i) ? 1 : 0)),
    artist: Int32Array.from(rows, (i) => Math.floor(i / perArtist))
  };
}

const near = (value: number, expected: number, error = 1e-6) =>
  assert.ok(Math.abs(value - expected) <= error, `${value} is not ${expected}`);
const holds = ({value, low, high}: Estimate) => low < value && value < high;

describe("isClear(estimate, among)", () => {
  it("asks the interval to exclude 0, on either side", () => {
    assert.equal(isClear({value: 0.3, low: 0.1, high: 0.5}), true);
    assert.equal(isClear({value: -0.3, low: -0.5, high: -0.1}), true);
    assert.equal(isClear({value: 0.3, low: -0.1, high: 0.7}), false);
    assert.equal(isClear({value: 0.3, low: 0, high: 0.6}), false);
    assert.equal(isClear({value: 0.3, low: 0.3, high: 0.3}), true);
    assert.equal(isClear({value: 0, low: 0, high: 0}), false);
  });

  it("asks more of an estimate picked from several", () => {
    const estimate = {value: 2.2, low: 2.2 - 1.96, high: 2.2 + 1.96}; // z = 2.2, p = .0278
    assert.deepEqual([isClear(estimate), isClear(estimate, 2), isClear({value: 2.3, low: 0.34, high: 4.26}, 2)], [true, false, true]); // prettier-ignore
  });
});

describe("bootstrapEstimates(groups, measure, {seed})", () => {
  const groups = Array.from({length: 300}, (_, i) => i);
  const mean = (weight: Int32Array) => {
    const total = weight.reduce((a, b) => a + b, 0);
    return [weight.reduce((sum, w, i) => sum + w * (i % 2), 0) / total];
  };

  it("has the spread that theory gives a mean of independent rows", () => {
    const [estimate] = bootstrapEstimates(groups, mean, {seed: 1, replicates: 2000});
    near(estimate!.value, 0.5);
    near(estimate!.high - estimate!.low, (2 * 1.96 * 0.5) / Math.sqrt(300), 0.006);
  });

  it("is wider where rows of one group are alike, and the same for the same seed", () => {
    const alike = groups.map((i) => (i % 2) + 2 * Math.floor(i / 20)); // ten alike rows a group
    const [wide] = bootstrapEstimates(alike, mean, {seed: 1});
    const [narrow] = bootstrapEstimates(groups, mean, {seed: 1});
    assert.ok(wide!.high - wide!.low > 2 * (narrow!.high - narrow!.low));
    assert.deepEqual(bootstrapEstimates(groups, mean, {seed: 1}), [narrow]);
  });

  it("has nothing to say of what a replicate leaves undefined", () => {
    const rare = (weight: Int32Array) => [weight[0] > 0 ? 1 : NaN, NaN, 1];
    assert.deepEqual(bootstrapEstimates(groups, rare, {seed: 1}), [null, null, {value: 1, low: 1, high: 1}]);
  });
});

it("comparedDecades(tracks) lists those with fifty hits and fifty flops", () => {
  const decade = (i: number) => (i < 100 ? 1980 : i < 199 ? 1960 : i < 299 ? 1970 : NaN);
  const tracks = tracksOf(400, (i) => i % 2 === 1, {decade});
  assert.deepEqual(comparedDecades(tracks), [1970, 1980]); // the 1960s are a flop short
  assert.ok(columnNamed(tracks.X, "energy").every(Number.isNaN));
});

describe("measureTraits(tracks, features, options)", () => {
  // In the 1960s hits are 1 ± 1 and flops 0 ± 1; in the 2010s hits are 3 ± 1 and flops 0 ± 1.
  const sign = (i: number) => (i % 4 < 2 ? 1 : -1);
  const late = (i: number) => i >= 200;
  const tracks = tracksOf(400, (i) => i % 2 === 1, {
    decade: (i) => (late(i) ? 2010 : 1960),
    energy: (i) => sign(i) + (i % 2) * (late(i) ? 3 : 1),
    tempo: (i) => (i % 5 === 0 ? NaN : 120),
    valence: (i) => sign(i) + (i % 2 === 1 && i % 8 > 3 ? 0 : i % 2)
  });

  it("gives gaps in standard deviations within the decade, and their change", () => {
    const [energy] = measureTraits(tracks, ["energy"], {seed: 1});
    assert.deepEqual(energy.byDecade.map(({decade}) => decade), [1960, 2010]); // prettier-ignore
    near(energy.byDecade[0].gap.value, 1);
    near(energy.byDecade[1].gap.value, 3);
    near(energy.change!.value, 2);
    assert.ok(holds(energy.byDecade[0].gap) && holds(energy.change!) && energy.change!.low > 1);
  });

  it("leaves out what is constant or missing, and has no change with one decade", () => {
    const [tempo, missing] = measureTraits(tracks, ["tempo", "mode"], {seed: 1, replicates: 20});
    for (const {byDecade, change} of [tempo, missing]) assert.deepEqual([byDecade, change], [[], null]);
    const one = tracksOf(200, (i) => i % 2 === 1, {decade: () => 1990, energy: (i) => i});
    const [energy] = measureTraits(one, ["energy"], {seed: 1, replicates: 20});
    assert.deepEqual([energy.byDecade.length, energy.change], [1, null]);
    const none = tracksOf(200, (i) => i % 2 === 1, {decade: () => NaN, energy: (i) => i});
    assert.deepEqual(measureTraits(none, ["energy"], {seed: 1, replicates: 20})[0].byDecade, []);
  });
});

describe("measureVoice(tracks, options)", () => {
  const instrumental = (i: number) => i % 4 === 0;
  const tracks = tracksOf(800, (i) => (instrumental(i) ? i % 16 === 0 : i % 4 === 1), {
    decade: (i) => (i < 400 ? 1960 : 2010),
    instrumentalness: (i) => (i === 799 ? NaN : instrumental(i) ? 0.9 : 0.5)
  });

  it("counts tracks and hits of either kind, over all and by decade", () => {
    const voice = measureVoice(tracks, {seed: 1})!;
    assert.deepEqual([voice.instrumental, voice.vocal], [200, 599]);
    near(voice.instrumentalShare.value, 0.25);
    near(voice.vocalShare.value, 200 / 599);
    near(voice.gap.value, 0.25 - 200 / 599);
    assert.deepEqual(voice.byDecade.map(({decade}) => decade), [1960, 2010]); // prettier-ignore
    near(voice.byDecade[0].instrumental.value, 0.25);
    near(voice.byDecade[1].vocal.value, 100 / 299);
    assert.ok([voice.gap, voice.vocalShare, voice.byDecade[0].instrumental].every(holds));
  });

  it("has nothing to say where all tracks are of one kind, or none is known", () => {
    for (const value of [0, 1, NaN]) {
      const same = tracksOf(200, (i) => i % 2 === 1, {decade: () => 1990, instrumentalness: () => value});
      assert.equal(measureVoice(same, {seed: 1, replicates: 20}), null);
    }
  });
});

describe("measureLengths(tracks, options)", () => {
  // Each decade has 500 tracks of rising length; the hits of the middle fifth are four in five, else two in five.
  const place = (i: number) => i % 500;
  const isHit = (i: number) => (Math.floor(place(i) / 100) === 2 ? i % 5 > 0 : i % 5 > 2);
  const tracks = tracksOf(1000, isHit, {
    decade: (i) => (i < 500 ? 1960 : 2010),
    duration_ms: (i) => (i < 500 ? 100_000 : 200_000) + place(i) * 100
  });

  it("ranks tracks within their decade, by fifths", () => {
    const {shares, aboveShortest, aboveLongest} = measureLengths(tracks, {seed: 1})!;
    shares.forEach(({value}, k) => near(value, k === 2 ? 0.8 : 0.4));
    near(aboveShortest.value, 0.4);
    near(aboveLongest.value, 0.4);
    assert.ok(shares.every(holds));
  });

  it("has the median hit of the first and the last decade, and how far they lie apart", () => {
    const {first, last, change} = measureLengths(tracks, {seed: 1})!;
    assert.deepEqual([first!.decade, last!.decade], [1960, 2010]);
    const hits = Array.from({length: 500}, (_, i) => i).filter(isHit);
    near(first!.median.value, 100_000 + 100 * hits[Math.ceil(hits.length / 2) - 1], 0.01);
    near(change!.value, 100_000, 0.01);
  });

  it("does without decades, and without lengths says nothing", () => {
    const undated = tracksOf(500, isHit, {decade: () => NaN, duration_ms: place});
    const {shares, first, last, change} = measureLengths(undated, {seed: 1, replicates: 50})!;
    near(shares[2].value, 0.8);
    assert.deepEqual([first, last, change], [null, null, null]);
    const unknown = tracksOf(500, isHit, {decade: () => NaN, duration_ms: () => NaN});
    assert.equal(measureLengths(unknown, {seed: 1, replicates: 50}), null);
    assert.equal(
      measureLengths(
        tracksOf(3, (i) => i > 0, {duration_ms: place}),
        {seed: 1, replicates: 50}
      ),
      null
    );
  });
});

describe("measureCalls({y, p, artist}, options)", () => {
  // 400 tracks, half hits. Given .9: 90 hits and 10 flops; given .1: 20 hits and 80 flops; the rest .5.
  const judged = [
    ...Array.from({length: 100}, (_, i) => [i < 90 ? 1 : 0, 0.9]),
    ...Array.from({length: 100}, (_, i) => [i < 20 ? 1 : 0, 0.1]),
    ...Array.from({length: 200}, (_, i) => [i < 90 ? 1 : 0, 0.5])
  ];
  const asked = {y: judged.map(([y]) => y), p: judged.map(([, p]) => p), artist: judged.map((_, i) => i)};
  const options = {seed: 1, threshold: 0.9, rates: [0.1, 0.01]};

  it("has the precision of sure hits here, and by Bayes where hits are rarer", () => {
    const {called, atRates, sure, wrong} = measureCalls(asked, options)!;
    assert.equal(called, 100);
    assert.deepEqual(atRates.map(({rate}) => rate), [0.5, 0.1, 0.01]); // prettier-ignore
    // 90 of 200 hits and 10 of 200 flops are called: .45 and .05
    atRates.forEach(({rate, precision}) => near(precision.value, (rate * 0.45) / (rate * 0.45 + (1 - rate) * 0.05)));
    atRates.forEach(({rate, means}) => near(means, (rate * 0.9) / (rate * 0.9 + (1 - rate) * 0.1)));
    near(sure.value, 0.5);
    near(wrong.value, 30 / 200);
    assert.ok([sure, wrong, ...atRates.map(({precision}) => precision)].every(holds));
  });

  it("leaves out rates that are not below the study's", () => {
    const {atRates} = measureCalls(asked, {...options, rates: [0.6, 0.5, 0.2]})!;
    assert.deepEqual(atRates.map(({rate}) => rate), [0.5, 0.2]); // prettier-ignore
  });

  it("has nothing to say without sure hits, with too few, or with one class", () => {
    assert.equal(measureCalls({...asked, p: asked.p.map(() => 0.5)}, options), null);
    assert.equal(measureCalls({...asked, p: asked.p.map((_, i) => (i === 0 ? 0.95 : 0.5))}, options), null);
    assert.equal(measureCalls({...asked, y: asked.y.map(() => 1)}, options), null);
  });
});

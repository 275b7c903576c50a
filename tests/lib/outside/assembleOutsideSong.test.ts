import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {AudioMeasures} from "../../../lib/audio/AudioMeasures.js";
import {assembleOutsideSong, type AnalysedFile} from "../../../lib/outside/assembleOutsideSong.js";
import {assemblePublished} from "../../../lib/outside/assemblePublished.js";
import {estimateMissing} from "../../../lib/outside/estimateMissing.js";
import {knowingSummary} from "../../../lib/outside/knowingWords.js";
import {knownInputs} from "../../../lib/outside/knownInputs.js";
import {knownParts} from "../../../lib/outside/knownParts.js";
import {knownProbability} from "../../../lib/outside/knownProbability.js";
import type {OutsideModels} from "../../../lib/outside/outsideModels.js";
import {outsideRow} from "../../../lib/outside/outsideRow.js";
import type {OutsideSong} from "../../../lib/outside/OutsideSong.js";
import {sigmoid} from "../../../lib/sigmoid.js";
import {stumps} from "./stumps.js";

const KNOWN = ["tempo", "loudness", "instrumentalness", "decade"];
const INSTRUMENTALNESS = {
  feature: "instrumentalness",
  edges: [1, 0.5, 0.1, 0],
  values: [0.85, 0.25, 0.001],
  shares: [0.2, 0.1, 0.7]
};

/** Loud songs of a voice are hits; energy is of the loud, and surer with a voice. */
const models: OutsideModels = {
  data: {
    known: KNOWN,
    questions: [INSTRUMENTALNESS],
    estimates: [{feature: "energy", r2: 0.6, r2Measured: 0.5, errorLow: -0.3, errorHigh: 0.2}],
    auc: []
  },
  known: stumps(KNOWN, [
    {feature: "loudness", threshold: -10, low: -1, high: 1},
    {feature: "instrumentalness", threshold: 0.5, low: 2, high: -2, missing: "low"},
    {feature: "decade", threshold: 2000, low: 0.25, high: 0.5}
  ]),
  estimates: [
    stumps(KNOWN, [
      {feature: "loudness", threshold: -10, low: -2, high: 2},
      {feature: "instrumentalness", threshold: 0.5, low: 1, high: 0, missing: "high"}
    ])
  ]
};

const control = (name: string, median: number | null, max: number | null = median) => ({name, median, max});
const controls = [
  control("energy", 0.5),
  control("key", 4),
  control("loudness", -9),
  control("mode", 1),
  control("instrumentalness", 0.01),
  control("tempo", 118),
  control("duration_ms", 220_000),
  control("time_signature", 4),
  control("chorus_hit", 35),
  control("sections", null),
  control("decade", 1980, 2010)
];
const names = controls.map(({name}) => name);

const measures: AudioMeasures = {
  durationMs: 181_000,
  loudnessLufs: -8.5,
  tempo: {bpm: 64, confidence: 0.7},
  key: {tonic: 9, mode: 0, confidence: 0.8, runnerUp: {tonic: 0, mode: 1}},
  meter: {beats: 4, sure: true},
  clippedShare: 0,
  silentShare: 0
};

const assemble = (more: Partial<AnalysedFile> = {}, among = controls) =>
  assembleOutsideSong({title: "<b>song</b>.mp3", measures, answers: {}, ...more}, models, among);
const valueOf = ({values}: OutsideSong, name: string) => values[names.indexOf(name)];
const told = ({values}: OutsideSong) => Object.fromEntries(names.map((name, j) => [name, [values[j].value, values[j].knowing]])); // prettier-ignore

describe("assembleOutsideSong(file, models, controls)", () => {
  it("tells of every control how its value came to be known", () => {
    const song = assemble();
    assert.deepEqual([song.title, song.artist, song.id], ["<b>song</b>.mp3", "", ""]);
    assert.deepEqual(told(song), {
      energy: [sigmoid(2), "estimated"],
      key: [9, "measured"],
      loudness: [-8.5, "measured"],
      mode: [0, "measured"],
      instrumentalness: [0.01, "assumed"],
      tempo: [64, "measured"],
      duration_ms: [181_000, "measured"],
      time_signature: [4, "measured"],
      chorus_hit: [35, "assumed"],
      sections: [NaN, "missing"],
      decade: [2010, "assumed"]
    });
    assert.equal(knowingSummary(song.values), "6 measured, 1 estimated, 3 assumed, 1 missing");
    assert.equal(valueOf(song, "decade").source, "the study’s last decade");
  });

  it("takes answers for what they stand for, and estimates by them", () => {
    const song = assemble({answers: {instrumentalness: 2}, decade: 1970});
    assert.deepEqual(told(song).instrumentalness, [0.001, "asked"]);
    assert.deepEqual(told(song).decade, [1970, "asked"]);
    const {value, low, high} = valueOf(song, "energy");
    assert.deepEqual([value, low, high], [sigmoid(3), sigmoid(3) - 0.3, 1]); // 1: no value is above it
  });

  it("lets a reader put the octave of the tempo and the key right: still measured", () => {
    const song = assemble({tempoBpm: 128, key: {tonic: 0, mode: 1}});
    assert.deepEqual([told(song).tempo, told(song).key, told(song).mode], [[128, "measured"], [0, "measured"], [1, "measured"]]); // prettier-ignore
  });

  it("leaves missing what the file does not show", () => {
    const song = assemble({measures: {...measures, tempo: null, key: null, meter: null, loudnessLufs: null}});
    for (const name of ["tempo", "key", "mode", "time_signature", "loudness"]) {
      assert.deepEqual(told(song)[name], [NaN, "missing"]);
    }
  });

  it("gives a row that the sliders take", () => {
    const row = outsideRow(assemble().values);
    assert.deepEqual(row, Float32Array.of(sigmoid(2), 9, -8.5, 0, 0.01, 64, 181_000, 4, 35, NaN, 2010));
  });

  it("gives the same where a study has fewer controls", () => {
    const few = controls.filter(({name}) => name !== "energy" && name !== "decade");
    const {values} = assemble({}, few);
    assert.deepEqual(values, assemble().values.filter((_, j) => few.includes(controls[j]))); // prettier-ignore
  });
});

describe("knownProbability(inputs, trees)", () => {
  const p = (song: OutsideSong) => knownProbability(knownInputs(song.values, names), models.known);

  it("is told what is measured and asked, and the decade", () => {
    assert.equal(p(assemble({answers: {instrumentalness: 0}})), sigmoid(1 - 2 + 0.5));
    assert.equal(p(assemble({answers: {instrumentalness: 2}, decade: 1970})), sigmoid(1 + 2 + 0.25));
    assert.equal(p(assemble()), sigmoid(1 + 2 + 0.5));
  });

  it("is not moved by the value that stands in for a question without answer", () => {
    const moved = controls.map((one) => (one.name === "instrumentalness" ? {...one, median: 0.99} : one));
    assert.equal(p(assemble({}, moved)), p(assemble()));
    assert.deepEqual(valueOf(assemble({}, moved), "energy"), valueOf(assemble(), "energy"));
  });

  it("takes inputs that it does not know for none", () => {
    assert.equal(knownProbability({energy: 1}, models.known), knownProbability({}, models.known));
  });
});

describe("estimateMissing(inputs, models)", () => {
  it("estimates by what is known, within [0, 1]", () => {
    assert.deepEqual(estimateMissing({loudness: -20, instrumentalness: 0.9}, models), [
      {feature: "energy", value: sigmoid(-2), low: 0, high: sigmoid(-2) + 0.2}
    ]);
  });
});

describe("assemblePublished(song, source, controls)", () => {
  it("says who published what, and that the rest is missing", () => {
    const given = {title: "T", artist: "A", id: "0123", values: {key: 3, loudness: NaN, energy: 0, liveness: 0.1}};
    const {values, ...names3} = assemblePublished(given, "ReccoBeats", controls.slice(0, 3));
    assert.deepEqual(names3, {title: "T", artist: "A", id: "0123"});
    assert.deepEqual(values, [
      {value: 0, knowing: "published", source: "ReccoBeats"},
      {value: 3, knowing: "published", source: "ReccoBeats"},
      {value: NaN, knowing: "missing", source: "not given by ReccoBeats"}
    ]);
  });
});

describe("knownParts(values, features, questions)", () => {
  const parts = (song: OutsideSong) => knownParts(song.values, names, [INSTRUMENTALNESS]);
  const knownOf = (song: OutsideSong) => names.filter((_, j) => parts(song).known[j]);

  it("knows what is measured or published and the decade, not what is estimated, assumed or missing", () => {
    const measured = ["key", "loudness", "mode", "tempo", "duration_ms", "time_signature", "decade"];
    assert.deepEqual(knownOf(assemble()), measured);
    assert.deepEqual(parts(assemble()).roughly, controls.map(() => null)); // prettier-ignore
    const published = assemblePublished({title: "", artist: "", id: "", values: {energy: 0.2}}, "S", controls);
    assert.deepEqual(knownOf(published), ["energy"]);
  });

  it("knows of an answer where the value lies", () => {
    const song = assemble({answers: {instrumentalness: 1}, decade: 1970});
    assert.ok(!knownOf(song).includes("instrumentalness") && knownOf(song).includes("decade"));
    assert.deepEqual(parts(song).roughly[names.indexOf("instrumentalness")], [0.1, 0.5]);
    assert.deepEqual(parts(song).x, outsideRow(song.values));
  });
});

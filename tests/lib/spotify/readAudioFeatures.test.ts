import assert from "node:assert/strict";
import {it} from "vitest";
import {readAudioFeatures, readFeatureValues} from "../../../lib/spotify/readAudioFeatures.js";

const id = "2takcwOaAZWiXQijPHIx7B";

/** As Spotify's reference shows it. */
const values = {
  danceability: 0.585,
  energy: 0.842,
  key: 9,
  loudness: -5.883,
  mode: 0,
  speechiness: 0.0556,
  acousticness: 0.00242,
  instrumentalness: 0.00686,
  liveness: 0.0866,
  valence: 0.428,
  tempo: 118.211,
  duration_ms: 237040,
  time_signature: 4
};
const body = {...values, id, analysis_url: "", track_href: "", type: "audio_features", uri: `spotify:track:${id}`};

it("readAudioFeatures(body) reads the site's features, all but chorus and sections", () => {
  assert.deepEqual(readAudioFeatures(body), {id, values});
});

it("readAudioFeatures(body) takes what is absent, unknown or out of range as NaN", () => {
  const none = Object.fromEntries(Object.keys(values).map((name) => [name, NaN]));
  assert.deepEqual(readAudioFeatures({id}), {id, values: none});
  const unusable = {
    danceability: 1.01,
    energy: -0.01,
    key: -1,
    loudness: "-5",
    mode: 0.5,
    speechiness: null,
    acousticness: Infinity,
    instrumentalness: [],
    liveness: true,
    valence: "",
    tempo: 0,
    duration_ms: 0,
    time_signature: 0
  };
  assert.deepEqual(readAudioFeatures({id, ...unusable}), {id, values: none});
  assert.equal(readAudioFeatures({...body, key: 11.5})?.values.key, NaN);
  assert.equal(readAudioFeatures({...body, energy: 0})?.values.energy, 0);
});

it("readAudioFeatures(body) is null without a usable id; readFeatureValues(body) needs none", () => {
  for (const other of [null, undefined, [], {}, "", {...body, id: "x"}]) assert.equal(readAudioFeatures(other), null);
  assert.deepEqual(readFeatureValues({...values}), values);
  assert.ok(Object.values(readFeatureValues(null)).every(Number.isNaN));
});

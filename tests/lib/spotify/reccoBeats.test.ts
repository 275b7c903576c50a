import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {askReccoBeats} from "../../../lib/spotify/askReccoBeats.js";
import {readReccoBeats} from "../../../lib/spotify/readReccoBeats.js";

const [A, B, C] = ["A", "B", "C"].map((letter) => letter.padStart(22, "1"));
const entry = (id: string, more: object = {}) => ({
  id: "f0e1d2c3-0000-4000-8000-000000000000", // ReccoBeats' own
  href: `https://open.spotify.com/track/${id}`,
  acousticness: 0.1,
  danceability: 0.6,
  energy: 0.7,
  instrumentalness: 0,
  key: 5,
  liveness: 0.2,
  loudness: -7.5,
  mode: 1,
  speechiness: 0.05,
  tempo: 120.1,
  valence: 0.4,
  isrc: "XX",
  ...more
});

describe("readReccoBeats(body)", () => {
  it("joins on the id at the end of the link, whatever the order, and leaves absent tracks out", () => {
    const tracks = readReccoBeats({content: [entry(C, {energy: 0.3}), entry(A)]});
    assert.deepEqual([...tracks.keys()].toSorted(), [A, C]);
    assert.equal(tracks.get(C)!.energy, 0.3);
    assert.equal(tracks.get(A)!.energy, 0.7);
    assert.equal(tracks.get(B), undefined);
  });

  it("takes features alone, and none that is null, text, out of range, or 0 for unknown", () => {
    const odd = entry(A, {energy: null, valence: "0.4", liveness: 3, tempo: 0, popularity: 80});
    const features = readReccoBeats({content: [odd]}).get(A)!;
    const known = Object.keys(features).filter((name) => !Number.isNaN(features[name]));
    assert.deepEqual(known.toSorted(), [
      "acousticness",
      "danceability",
      "instrumentalness",
      "key",
      "loudness",
      "mode",
      "speechiness"
    ]);
    assert.equal(features.instrumentalness, 0);
  });

  it("passes over entries that name no track, and reads an empty list", () => {
    const content = [null, 7, {}, {href: 1}, {href: "https://open.spotify.com/track/short"}, entry(B)];
    assert.deepEqual([...readReccoBeats({content}).keys()], [B]);
    assert.equal(readReccoBeats({content: []}).size, 0);
  });

  it("refuses what is no such list", () => {
    for (const body of [null, [], "x", {}, {content: {}}])
      assert.throws(() => readReccoBeats(body), /requires a list called content/);
  });
});

describe("askReccoBeats(id, {ask, signal})", () => {
  const signal = new AbortController().signal;
  const answering = (answer: () => Promise<Response>) => {
    const asked: string[] = [];
    const ask = (url: string) => {
      asked.push(url);
      return answer();
    };
    return {asked, result: () => askReccoBeats(A, {ask, signal})};
  };
  const body = (text: string, status = 200) => answering(() => Promise.resolve(new Response(text, {status})));

  it("asks for the one track and tells its features", async () => {
    const {asked, result} = body(JSON.stringify({content: [entry(A)]}));
    assert.equal((await result())!.tempo, 120.1);
    assert.deepEqual(asked, [`https://api.reccobeats.com/v1/audio-features?ids=${A}`]);
  });

  it("knows when a track is not known", async () => {
    assert.equal(await body('{"content":[]}').result(), null);
    assert.equal(await body(JSON.stringify({content: [entry(B)]})).result(), null);
    assert.equal(await body("{}", 404).result(), null);
  });

  it("tells in one line what is wrong with it", async () => {
    await assert.rejects(body("<html>down</html>").result(), /answered with something that is no list of features\.$/);
    await assert.rejects(body("", 429).result(), /asked too much at the moment/);
    await assert.rejects(body("", 503).result(), /could not answer \(status 503\)/);
    const blocked = answering(() => Promise.reject(new TypeError("Failed to fetch")));
    await assert.rejects(blocked.result(), /could not be reached/);
  });

  it("gives up when it is told to, also in the middle of a body", async () => {
    const late = new AbortController();
    const ask = (_: string, init?: RequestInit) =>
      new Promise<Response>((_, reject) => {
        init!.signal!.addEventListener("abort", () => reject(init!.signal!.reason as Error));
      });
    const answer = askReccoBeats(A, {ask, signal: late.signal});
    late.abort(new DOMException("5 s", "TimeoutError"));
    await assert.rejects(answer, /did not answer in time/);
    const cut = new Response(new ReadableStream({start: (c) => c.error(new DOMException("5 s", "TimeoutError"))}));
    await assert.rejects(askReccoBeats(A, {ask: () => Promise.resolve(cut), signal}), /did not answer in time/);
  });
});

// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it, vi} from "vitest";
import type {AudioMeasures} from "../../lib/audio/AudioMeasures.js";
import type {OutsideData} from "../../lib/outside/OutsideData.js";
import {fitBoosted} from "../../lib/trees/fitBoosted.js";
import type {AudioBrowser} from "../../src/components/audioFile.js";
import {outsidePanel} from "../../src/components/outsidePanel.js";
import type {OutsideWorld} from "../../src/components/outsideWorld.js";
import {predictState} from "../../src/components/predictState.js";
import {songModels} from "../../src/components/songModels.js";
import {predictPageData} from "../fixtures/predictPageData.js";

const {data, trees, tracks} = predictPageData();
const KNOWN = ["tempo", "key", "mode", "loudness", "duration_ms", "time_signature", "instrumentalness", "decade"];
const ID = "7abcdefghijklmnopqrstu";
const at = (name: string) => data.controls.findIndex((control) => control.name === name);

const MEASURES: AudioMeasures = {
  durationMs: 200_000,
  loudnessLufs: -9,
  tempo: {bpm: 120, confidence: 0.9},
  key: {tonic: 0, mode: 1, confidence: 0.8, runnerUp: {tonic: 9, mode: 0}},
  meter: {beats: 4, sure: true},
  clippedShare: 0,
  silentShare: 0
};

/** Small models of what is known of a file: vocals are asked, energy is estimated. */
const known = () => {
  const columns = KNOWN.map((name) => tracks.X.columns[tracks.X.names.indexOf(name)]);
  return fitBoosted({names: KNOWN, columns, length: tracks.X.length}, tracks.label, {rounds: 10, depth: 3, learningRate: 0.3, seed: 1}); // prettier-ignore
};
const outsideData: OutsideData = {
  known: KNOWN,
  questions: [
    {feature: "instrumentalness", edges: [1.01, 0.5, 0.1, 0], values: [0.9, 0.3, 0.01], shares: [0.5, 0.4, 0.1]}
  ],
  estimates: [{feature: "energy", r2: 0.6, r2Measured: 0.5, errorLow: -0.2, errorHigh: 0.2}],
  auc: [{told: "what is measured", features: ["tempo"], trees: "retrained", auc: {value: 0.7, low: 0.6, high: 0.8}}]
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

function panel({
  measures = MEASURES,
  seconds = 200,
  ask = () => Promise.reject(new TypeError("Failed to fetch"))
}: {measures?: AudioMeasures; seconds?: number; ask?: OutsideWorld["ask"]} = {}) {
  const state = predictState(data);
  const posted: unknown[] = [];
  const workers: {tell: (news: unknown) => void; terminated: boolean}[] = [];
  const startWorker = () => {
    const target = new EventTarget();
    const worker = {
      tell: (news: unknown) => target.dispatchEvent(new MessageEvent("message", {data: news})),
      terminated: false
    };
    workers.push(worker);
    return Object.assign(target, {
      postMessage(message: unknown) {
        posted.push(message);
        queueMicrotask(() => worker.tell({done: 0.5, step: "tempo"}));
        if (measures.durationMs > 0) setTimeout(() => worker.tell({measures}), 5);
      },
      terminate: () => void (worker.terminated = true)
    }) as unknown as Worker;
  };
  const browser: AudioBrowser = {
    durationOf: () => (Number.isNaN(seconds) ? Promise.reject(new Error("no sound")) : Promise.resolve(seconds)),
    decode: () => Promise.resolve({channels: [new Float32Array(seconds * 10)], sampleRateHz: 10})
  };
  const asked: string[] = [];
  const storage = new Map<string, string>();
  const gone: string[] = [];
  const world: OutsideWorld = {
    ask: (url, init) => {
      asked.push(url);
      return ask(url, init);
    },
    now: () => 0,
    location: {href: "http://127.0.0.1:3000/predict#s=abc", assign: (url) => void gone.push(String(url))},
    history: {state: null, replaceState: () => undefined},
    session: () => ({
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
      removeItem: (key) => void storage.delete(key)
    })
  };
  const files = {
    outside: vi.fn(() => Promise.resolve({data: outsideData, known: known(), estimates: [known()]})),
    tracks: vi.fn(() => Promise.resolve(tracks))
  };
  const {element, follow} = outsidePanel(state, {
    ...{data, models: songModels(data, trees), files, world, back: null, startWorker, browser}
  });
  document.body.replaceChildren(element);
  const button = (label: string) => {
    const found = [...element.querySelectorAll("button")].find(({textContent}) => textContent.trim() === label);
    assert.ok(found, `no button "${label}"`);
    return found;
  };
  return {
    ...{state, element, follow, asked, storage, gone, files, workers, posted},
    text: () => element.textContent.replace(/\s+/g, " "),
    error: () => element.querySelector(".error")?.textContent.replace(/\s+/g, " ") ?? "",
    async click(label: string) {
      button(label).click();
      await settled();
    },
    async give(file: File) {
      const drop = new Event("drop", {bubbles: true, cancelable: true});
      Object.defineProperty(drop, "dataTransfer", {value: {files: [file]}});
      element.querySelector(".outside-drop")!.dispatchEvent(drop);
      await settled();
    }
  };
}

const song = new File(["sound"], "<b>mine</b>.mp3");

describe("outsidePanel(state, parts) with a file", () => {
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
  });

  it("sets the controls to what was measured, estimated and assumed, and asks nobody", async () => {
    const {state, give, element, asked, files, workers} = panel();
    assert.equal(files.outside.mock.calls.length, 0);
    await give(song);
    const {x, outside, song: study} = state.now;
    assert.equal(study, null);
    assert.equal(outside?.title, "<b>mine</b>.mp3");
    assert.deepEqual(
      ["tempo", "key", "mode", "loudness", "duration_ms", "time_signature"].map((name) => x[at(name)]),
      [120, 0, 1, -9, 200_000, 4]
    );
    assert.equal(outside.values[at("energy")].knowing, "estimated");
    assert.equal(outside.values[at("instrumentalness")].knowing, "assumed");
    assert.equal(element.querySelector("b"), null);
    assert.match(element.textContent, /Told what is measured, they rank tracks .* AUC of \.700/);
    assert.deepEqual(asked, []);
    assert.ok(workers[0].terminated);
  });

  it("follows half the tempo, the runner-up key, an answer and the decade, and keeps what was moved by hand", async () => {
    const {state, give, click, element} = panel();
    await give(song);
    const number = () => element.querySelector<HTMLElement>("[data-role=outside-probability]")!.dataset.p;
    const before = number();
    state.set({x: state.now.x.with(at("loudness"), -20)});
    await click("÷2: 60 BPM");
    await click("A minor");
    await click("none");
    const {x, outside} = state.now;
    assert.deepEqual([x[at("tempo")], x[at("key")], x[at("mode")], x[at("loudness")]], [60, 9, 0, -20]);
    assert.equal(x[at("instrumentalness")], Math.fround(0.9));
    assert.equal(outside!.values[at("instrumentalness")].knowing, "asked");
    assert.notEqual(number(), before);
    await click("not sure");
    assert.equal(state.now.outside!.values[at("instrumentalness")].knowing, "assumed");
    const select = element.querySelector("select")!;
    select.value = "1970";
    select.dispatchEvent(new Event("change"));
    assert.equal(state.now.x[at("decade")], 1970);
  });

  it("says what it does not know, and gives nothing for silence", async () => {
    const vague = panel({measures: {...MEASURES, tempo: null, meter: null, key: null, clippedShare: 0.05}});
    await vague.give(song);
    assert.match(
      vague.text(),
      /No steady beat was found.*No tonal centre was found.*It is clipped: 5 % of its samples/
    );
    assert.ok(Number.isNaN(vague.state.now.x[at("tempo")]));
    const silent = panel({measures: {...MEASURES, loudnessLufs: null, tempo: null, key: null, meter: null}});
    const {x} = silent.state.now;
    await silent.give(song);
    assert.match(silent.error(), /is silent: nothing can be told of it/);
    assert.equal(silent.state.now.x, x);
  });

  it("refuses a file by its size and length before decoding it, and what was there stays", async () => {
    const sized = (size: number) => Object.defineProperty(new File(["x"], "a.wav"), "size", {value: size});
    for (const [seconds, file, words] of [
      [200, new File([], "a.mp3"), /got an empty one/],
      [200, sized(201e6), /200 MB at most; got 201 MB/],
      [0.2, song, /a second of sound or more; got 0\.2 s/],
      [10_800, song, /20:00 min at most.*got 180:00 min/],
      [Infinity, sized(21e6), /says how long it is, or 20 MB at most/],
      [NaN, new File(["text"], "a.txt"), /a\.txt: expected sound that this browser can decode/]
    ] as const) {
      const {give, error, state, posted} = panel({seconds});
      const {x} = state.now;
      await give(file);
      assert.match(error(), words);
      assert.deepEqual([posted.length, state.now.x], [0, x]);
    }
  });

  it("ends its worker when it is cancelled", async () => {
    const {give, click, workers, text, state} = panel({measures: {...MEASURES, durationMs: 0}});
    await give(song);
    assert.match(text(), /Looking for the beat …/);
    await click("Cancel");
    assert.match(text(), /Cancelled\./);
    assert.ok(workers[0].terminated);
    assert.equal(state.now.outside, null);
  });
});

describe("outsidePanel(state, parts) with a track", () => {
  const answer = (body: unknown) => () => Promise.resolve(Response.json(body));
  const entry = {href: `https://open.spotify.com/track/${ID}`, energy: 0.6, tempo: 100};

  it("asks ReccoBeats only when told to, and leaves missing what it does not give", async () => {
    const {follow, click, asked, state, text} = panel({ask: answer({content: [entry]})});
    follow(ID);
    await settled();
    assert.deepEqual(asked, []);
    await click("Ask ReccoBeats");
    assert.deepEqual(asked, [`https://api.reccobeats.com/v1/audio-features?ids=${ID}`]);
    const {x, outside} = state.now;
    assert.deepEqual([x[at("energy")], x[at("tempo")], x[at("valence")]], [Math.fround(0.6), 100, NaN]);
    assert.deepEqual(outside!.values[at("valence")], {
      value: NaN,
      knowing: "missing",
      source: "not given by ReccoBeats"
    });
    assert.match(text(), /2 published, 1 assumed, 13 missing/);
  });

  it("takes away what was read of a file when a track takes its place", async () => {
    const {give, workers, follow, click, element} = panel({ask: answer({content: [entry]})});
    await give(song);
    workers[0].tell({measures: MEASURES});
    await settled();
    assert.ok(element.querySelector(".outside-song"));
    follow(ID);
    await click("Ask ReccoBeats");
    assert.equal(element.querySelector(".outside-song"), null);
  });

  it("leaves an answer aside that comes after another track was asked for", async () => {
    let give: (response: Response) => void = () => undefined;
    const {follow, click, state} = panel({ask: () => new Promise((resolve) => (give = resolve))});
    follow(ID);
    await click("Ask ReccoBeats");
    follow(ID.replace("7", "6"));
    give(Response.json({content: [entry]}));
    await settled();
    assert.equal(state.now.outside, null);
  });

  it("leaves for Spotify only with a client id that can be one", async () => {
    const {follow, click, element, error, gone, storage} = panel();
    follow(ID);
    const input = element.querySelector<HTMLInputElement>("#spotify-client")!;
    input.value = "abc";
    await click("Ask Spotify");
    assert.match(error(), /32 letters and digits; got 3/);
    assert.deepEqual([gone, storage.size], [[], 0]);
  });
});

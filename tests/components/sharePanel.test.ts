// @vitest-environment jsdom
import assert from "node:assert/strict";
import Papa from "papaparse";
import {afterEach, beforeEach, describe, it, vi} from "vitest";
import {z} from "zod";
import {shiftPrior} from "../../lib/calibration/shiftPrior.js";
import {FEATURES} from "../../lib/features/features.js";
import type {PredictData} from "../../lib/wire/PredictData.js";
import {linkState} from "../../src/components/linkState.js";
import {predictState, startingChoice, type PredictChoice} from "../../src/components/predictState.js";
import {sharePanel} from "../../src/components/sharePanel.js";
import {songModels} from "../../src/components/songModels.js";
import {waterfall} from "../../src/components/waterfall.js";
import {predictPageData} from "../fixtures/predictPageData.js";

const page = predictPageData();
const models = songModels(page.data, page.trees);
const start = startingChoice(page.data);
const x = Float32Array.from(page.tracks.X.columns, (column) => column[7]);
x[10] = NaN; // the tempo
const changes: Partial<PredictChoice> = {
  x,
  song: {track: 7, id: page.tracks.ids[7], title: "=HYPERLINK(1)", artist: "<b>B</b>", hit: true, p: null, x},
  kept: {name: "“A” by <i>C</i>", x: start.x},
  rate: 0.02,
  ranges: start.ranges.map((_, j) => (j === 3 ? [-12, -4] : null))
};

/** A panel with its buttons by their names, and the files it saved. */
function panel({data = page.data, refits = () => Promise.resolve(page.refits), area = drawn() as Element | null} = {}) {
  const state = predictState(data);
  state.set(changes);
  const element = sharePanel(state, {data, models, files: {refits}, drawingOf: () => area});
  document.body.replaceChildren(element);
  const status = element.querySelector("[role=status]")!;
  const box = element.querySelector("input")!;
  async function press(name: string): Promise<string> {
    status.textContent = "";
    [...element.querySelectorAll("button")].find(({textContent}) => textContent === name)!.click();
    await vi.waitUntil(() => status.textContent !== "");
    return status.textContent!;
  }
  return {state, element, status, box, press};
}

const files = new Map<string, Blob>();
const fileOf = async (name: string) => await text(files.get(`trackoracle-ba9876543210-${name}`)!);

/** jsdom's blobs cannot tell their text. */
const text = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

function drawn(): HTMLElement {
  const area = document.createElement("div");
  area.append(waterfall(0.5, [{label: "<b>Energy</b>", value: "0.5", phi: 1}], {width: 640}));
  area.getBoundingClientRect = () => ({left: 0, top: 0, width: 640, height: 300}) as DOMRect;
  return area;
}

beforeEach(() => {
  files.clear();
  let made: Blob;
  URL.createObjectURL = (blob) => {
    made = blob as Blob;
    return "blob:made";
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    files.set(this.download, made);
  });
  history.replaceState(null, "", "/predict?theme=dark");
});
afterEach(() => vi.restoreAllMocks());

describe("sharePanel(state, {data, models, files, drawingOf}): the link", () => {
  it("is shown in a box, follows what is chosen, and opens the same", async () => {
    const {state, box} = panel();
    await vi.waitUntil(() => box.value !== "");
    assert.ok(box.readOnly);
    const url = new URL(box.value);
    assert.equal(url.pathname + url.search, "/predict?theme=dark");
    history.replaceState(null, "", url.href);
    const opened = predictState(page.data);
    const never = () => new Promise<never>(() => undefined);
    linkState(opened, {data: page.data, models, files: {search: never, tracks: never}});
    assert.deepEqual({...opened.now, song: state.now.song}, state.now);
    state.set({...start});
    await vi.waitUntil(() => box.value !== url.href);
    assert.equal(box.value, `${location.origin}/predict?theme=dark`);
  });

  it("is copied, or selected where the browser does not let the page copy", async () => {
    const {box, press} = panel();
    const writeText = vi.fn(() => Promise.resolve());
    Object.defineProperty(navigator, "clipboard", {value: {writeText}, configurable: true});
    assert.equal(await press("Copy link"), "The link was copied.");
    assert.deepEqual(writeText.mock.calls, [[box.value]]);
    assert.match(box.value, /#s=[\w-]{60,}$/);
    for (const clipboard of [undefined, {writeText: () => Promise.reject(new Error("denied"))}]) {
      Object.defineProperty(navigator, "clipboard", {value: clipboard, configurable: true});
      box.setSelectionRange(0, 0);
      assert.match(await press("Copy link"), /^The browser does not let the page copy\. The link is selected/);
      assert.deepEqual([box.selectionStart, box.selectionEnd], [0, box.value.length]);
      assert.equal(document.activeElement, box);
    }
  });

  it("is told to stay in the browser", () => {
    const {element} = panel();
    assert.match(element.textContent!.replace(/\s+/g, " "), /after its “#” stays in the browser: no server is told/);
  });
});

const number = z.number();
const p = number.min(0).max(1);
const hash = z.string().regex(/^[0-9a-f]{12}$/);
const values = z
  .array(
    z.strictObject({
      feature: z.string(),
      label: z.string(),
      value: number.nullable(),
      unit: z.string(),
      shown: z.string()
    })
  )
  .length(FEATURES.length);
const KNOWING = ["published", "measured", "estimated", "asked", "assumed", "missing"] as const;
const Prediction = z.strictObject({
  format: z.literal("trackoracle-prediction/1"),
  link: z.url(),
  data: z.strictObject({hash, synthetic: z.boolean(), tracks: number.int(), hitShare: p}),
  model: z.strictObject({hash}),
  song: z
    .strictObject({id: z.string(), title: z.string(), artist: z.string(), hit: z.boolean(), pOutOfFold: p.nullable()})
    .nullable(),
  outside: z
    .strictObject({
      id: z.string(),
      title: z.string(),
      artist: z.string(),
      values: z
        .array(z.strictObject({feature: z.string(), knowing: z.enum(KNOWING), source: z.string()}))
        .length(FEATURES.length)
    })
    .nullable(),
  values,
  unknown: z.array(z.string()),
  rate: p,
  models: z.array(z.strictObject({id: z.string(), label: z.string(), p, pAtRate: p})),
  interval: z.strictObject({low: p, high: p, lowAtRate: p, highAtRate: p}).nullable(),
  verdict: z.strictObject({errorRate: p, says: z.enum(["hit", "flop", "cannot tell"])}).nullable(),
  explanation: z.strictObject({
    model: z.string(),
    space: z.string(),
    base: number,
    phi: z.array(number).length(FEATURES.length),
    prediction: number
  }),
  kept: z.strictObject({name: z.string(), values}).nullable(),
  wanted: z.strictObject({
    target: p,
    locked: z.array(z.string()),
    ranges: z.array(z.strictObject({feature: z.string(), low: number, high: number}))
  })
});

describe("sharePanel(state, {data, models, files, drawingOf}): the files", () => {
  it("JSON holds everything", async () => {
    const {press} = panel();
    assert.equal(await press("JSON"), "The JSON file was made and handed to the browser.");
    const read = Prediction.parse(JSON.parse(await fileOf("prediction.json")));
    assert.deepEqual([read.data.hash, read.model.hash], ["0123456789ab", "ba9876543210"]);
    assert.deepEqual(read.values.map(({value}) => Math.fround(value ?? NaN)), [...x]); // prettier-ignore
    assert.deepEqual(read.values[10], {feature: "tempo", label: "Tempo", value: null, unit: "BPM", shown: "unknown"});
    assert.deepEqual([read.song!.title, read.song!.artist, read.kept!.name], ["=HYPERLINK(1)", "<b>B</b>", "“A” by <i>C</i>"]); // prettier-ignore
    assert.deepEqual(
      read.models.map(({id, p}) => [id, p]),
      models.ids.map((id) => [id, models.p(id, x)])
    );
    assert.equal(read.models[0].pAtRate, shiftPrior(read.models[0].p, page.data.hitShare, 0.02));
    const {base, phi, prediction} = read.explanation;
    assert.ok(Math.abs(phi.reduce((sum, value) => sum + value, base) - prediction) < 1e-12);
    assert.ok(Math.abs(1 / (1 + Math.exp(-prediction)) - read.models[0].p) < 1e-6);
    assert.ok(read.interval!.low <= read.models[0].p && read.models[0].p <= read.interval!.high);
    assert.ok(read.interval!.highAtRate < read.interval!.high);
    assert.deepEqual(read.wanted, {target: 0.5, locked: ["decade"], ranges: [{feature: "loudness", low: -12, high: -4}]}); // prettier-ignore
    assert.match(read.link, /#s=/);
  });

  it("JSON says of a song from outside how each value came to be known, and what the interval leaves out", async () => {
    const {press, state} = panel();
    const known = start.x.map((_, j) => j).slice(0, 5);
    const values = [...start.x].map((value, j) =>
      known.includes(j)
        ? {value, knowing: "measured" as const, source: "this file"}
        : {value, knowing: "assumed" as const, source: "the study’s median"}
    );
    const parts = {x: start.x, known: values.map((_, j) => known.includes(j)), roughly: values.map(() => null)};
    state.set({x: start.x, song: null, outside: {title: "<b>B</b>.mp3", artist: "", id: "", values, parts}});
    await press("JSON");
    const {outside, unknown} = Prediction.parse(JSON.parse(await fileOf("prediction.json")));
    assert.equal(outside!.title, "<b>B</b>.mp3");
    assert.deepEqual(outside!.values[0], {feature: "danceability", knowing: "measured", source: "this file"});
    assert.equal(outside!.values[5].knowing, "assumed");
    assert.deepEqual(unknown, FEATURES.slice(5).map(({name}) => name)); // prettier-ignore
  });

  it("JSON has no interval where the models fitted anew are not there", async () => {
    const {press} = panel({refits: () => Promise.reject(new Error("offline"))});
    await press("JSON");
    assert.equal(Prediction.parse(JSON.parse(await fileOf("prediction.json"))).interval, null);
    const without = panel({data: {...page.data, refits: 0}, refits: () => assert.fail("asked")});
    assert.match(await without.press("JSON"), /^The JSON file was made/);
    assert.equal(Prediction.parse(JSON.parse(await fileOf("prediction.json"))).interval, null);
  });

  it("JSON is of the song there was when it was asked for", async () => {
    let arrive = (_: typeof page.refits) => {};
    const {press, state} = panel({refits: () => new Promise((resolve) => (arrive = resolve))});
    const told = press("JSON");
    state.set({x: start.x, song: null});
    arrive(page.refits);
    await told;
    const {values, song} = Prediction.parse(JSON.parse(await fileOf("prediction.json")));
    assert.equal(values[10].value, null);
    assert.equal(song!.title, "=HYPERLINK(1)");
  });

  it("CSV holds a row a feature, in the model and unit chosen", async () => {
    const {press, state} = panel();
    state.set({model: "glassbox", space: "probability"});
    assert.match(await press("CSV"), /^The CSV file was made/);
    const {data: rows, errors} = Papa.parse<Record<string, string>>(await fileOf("contributions.csv"), {header: true});
    assert.deepEqual(errors, []);
    const {base, phi} = models.explain("glassbox", x, "probability");
    assert.deepEqual(rows.map(({feature}) => feature), FEATURES.map(({name}) => name)); // prettier-ignore
    assert.deepEqual(rows.map(({contribution}) => Number(contribution)), [...phi]); // prettier-ignore
    const [{feature: _, ...first}] = rows;
    const prediction = Number(first.prediction);
    assert.ok(Math.abs(prediction - models.p("glassbox", x)) < 1e-9);
    assert.deepEqual(first, {
      label: "Danceability",
      value: String(Number(first.value)),
      unit: "",
      shown: first.shown,
      contribution: String(phi[0]),
      model: "glassbox",
      space: "probability",
      base: String(base),
      prediction: String(prediction),
      data_hash: "0123456789ab",
      model_hash: "ba9876543210"
    });
    assert.deepEqual([rows[10].value, rows[10].unit, rows[10].shown], ["", "BPM", "unknown"]);
  });

  it("SVG holds the drawing, with the hashes at its foot", async () => {
    const {press} = panel();
    await press("SVG");
    const parsed = new DOMParser().parseFromString(await fileOf("waterfall.svg"), "image/svg+xml");
    assert.equal(parsed.querySelector("parsererror, b"), null);
    const svg = parsed.documentElement;
    assert.deepEqual([svg.getAttribute("width"), svg.getAttribute("height")], ["640", "324"]);
    assert.equal(svg.querySelectorAll("svg [aria-label=bar] rect").length, 1);
    const line = svg.lastElementChild!;
    assert.equal(line.textContent, "TrackOracle · data 0123456789ab · model ba9876543210");
    assert.ok(Number(line.getAttribute("y")) > 300 && Number(line.getAttribute("y")) < 324);
  });

  it("SVG of a narrow drawing has its foot's line within it", async () => {
    const area = drawn();
    area.getBoundingClientRect = () => ({left: 0, top: 0, width: 280, height: 300}) as DOMRect;
    await panel({area}).press("SVG");
    const parsed = new DOMParser().parseFromString(await fileOf("waterfall.svg"), "image/svg+xml");
    const line = parsed.documentElement.lastElementChild as SVGElement;
    assert.ok(line.textContent!.length * 0.6 * parseFloat(line.style.fontSize) <= 280.001, line.style.fontSize);
  });

  it("says of synthetic data that they are", async () => {
    const {press, element} = panel({data: {...page.data, synthetic: true} satisfies PredictData});
    await press("SVG");
    assert.match(await fileOf("waterfall.svg"), /TrackOracle · synthetic data 0123456789ab · model ba9876543210/);
    assert.match(element.textContent!.replace(/\s+/g, " "), /which synthetic data \(0123456789ab\)/);
  });

  it("PNG holds the same, twice as fine", async () => {
    const {press} = panel();
    const drawImage = vi.fn();
    const scale = vi.fn();
    HTMLImageElement.prototype.decode = () => Promise.resolve();
    HTMLCanvasElement.prototype.getContext = (() => ({scale, drawImage})) as never;
    let size: number[] = [];
    HTMLCanvasElement.prototype.toBlob = function (this: HTMLCanvasElement, use, type) {
      size = [this.width, this.height];
      use(new Blob(["painted"], {type}));
    };
    assert.match(await press("PNG"), /^The PNG file was made/);
    assert.deepEqual(size, [1280, 648]);
    assert.deepEqual(scale.mock.calls, [[2, 2]]);
    assert.deepEqual(drawImage.mock.calls[0].slice(1), [0, 0, 640, 324]);
    assert.equal(files.get("trackoracle-ba9876543210-waterfall.png")!.type, "image/png");
    HTMLCanvasElement.prototype.toBlob = (use) => use(null);
    assert.equal(await press("PNG"), "The PNG file could not be made: it could not be painted.");
  });

  it("says why a file could not be made, and forgets it with the next", async () => {
    const {press, status} = panel({area: null});
    assert.equal(await press("SVG"), "The SVG file could not be made: nothing is drawn yet.");
    assert.ok(status.matches(".error"));
    await press("CSV");
    assert.equal(status.matches(".error"), false);
    const empty = panel({area: document.createElement("div")});
    assert.equal(await empty.press("PNG"), "The PNG file could not be made: nothing is drawn yet.");
    assert.equal(files.size, 1);
  });
});

import assert from "node:assert/strict";
import {mkdtempSync, rmSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import path from "node:path";
import {afterAll, beforeAll, describe, it, vi} from "vitest";
import {AUDIO_FEATURES, FEATURES} from "../../lib/features/features.js";
import {encodeRecord} from "../../loaders/enrich/StoreRecord.js";
import {buildGraph} from "../../loaders/graph.js";
import type {Stage} from "../../loaders/store/stage.js";
import {stageKey} from "../../loaders/store/stageKey.js";
import {locateDemo} from "../../loaders/tracks/locateDemo.js";
import {trackAnswer} from "../fixtures/enrichAnswers.js";

const folder = mkdtempSync(path.join(tmpdir(), "enriched-"));
const file = path.join(folder, "answers.jsonl");
beforeAll(() => writeFile(file, encodeRecord(trackAnswer(1))));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, {recursive: true, force: true});
});

/** Every stage that the graph's outputs call for. */
async function stagesOf(enriched: string, asInput: string): Promise<Map<string, Stage<unknown>>> {
  vi.stubEnv("ENRICHED", enriched);
  vi.stubEnv("ENRICHMENT_AS_INPUT", asInput);
  const {outputs} = await buildGraph(await locateDemo({}, "."));
  const stages = new Map<string, Stage<unknown>>();
  const visit = (stage: Stage<unknown>) => {
    if (stages.has(stage.name)) return;
    stages.set(stage.name, stage);
    Object.values(stage.needs).forEach(visit);
  };
  Object.values(outputs).forEach(visit);
  return stages;
}

/** Their keys. */
async function keysOf(enriched: string, asInput: string): Promise<Record<string, string>> {
  const stages = await stagesOf(enriched, asInput);
  return Object.fromEntries(await Promise.all([...stages].map(async ([name, stage]) => [name, await stageKey(stage)])));
}

/** The stages of one run that another has not, or has with another key. */
const beyond = (some: Record<string, string>, others: Record<string, string>) =>
  Object.keys(some).filter((name) => others[name] !== some[name]);

describe("buildGraph(located) with Spotify's answers", () => {
  const empty = path.join(folder, "nowhere");

  it("places nothing but a sentence where there is no store, whatever the switch says", async () => {
    const [off, on] = [await keysOf(empty, ""), await keysOf(empty, "1")];
    assert.equal(
      Object.keys(off)
        .filter((name) => name.includes("enrich"))
        .join(),
      "page-enrichment"
    );
    assert.deepEqual(Object.keys(on), Object.keys(off));
    assert.deepEqual(beyond(on, off), ["page-enrichment"]);
  });

  it("adds the join and nothing else while the switch is off; every other key is the same as without a store", async () => {
    const [without, off] = [await keysOf(empty, "0"), await keysOf(folder, "0")];
    assert.deepEqual(beyond(off, without).sort(), ["enriched", "page-enrichment"]);
  });

  it("adds fits and a comparison when it is on, and leaves every other key as it was", async () => {
    const [off, on] = [await keysOf(folder, "0"), await keysOf(folder, "1")];
    const added = beyond(on, off);
    const fits = added.filter((name) => /^fold\/artist-(logistic|boosted)-enriched-(answered|before|after)-[1-5]$/.test(name)); // prettier-ignore
    assert.equal(fits.length, 2 * 3 * 5);
    const others = added.filter((name) => !fits.includes(name));
    assert.deepEqual(others.sort(), [
      "enriched-exam",
      "enriched-table",
      "measure/boosted-enriched-after",
      "measure/boosted-enriched-answered",
      "measure/boosted-enriched-before",
      "measure/logistic-enriched-after",
      "measure/logistic-enriched-answered",
      "measure/logistic-enriched-before",
      "page-enrichment"
    ]);
  });

  it("gives each set of fits the sound and its own columns, and no model of the pages any of Spotify's", async () => {
    const stages = await stagesOf(folder, "1");
    const names = ["release_year", "explicit", "track_popularity", "artist_followers", "artist_popularity"];
    const flags = names.map((name) => `${name}_known`);
    const read = (set: string) => {
      const {without} = stages.get(`fold/artist-boosted-enriched-${set}-1`)!.options as {without: readonly string[]};
      return [...FEATURES.map(({name}) => name), ...names, ...flags].filter((name) => !without.includes(name));
    };
    const sound = AUDIO_FEATURES.map(({name}) => name);
    assert.deepEqual(read("answered"), [...sound, ...flags]);
    assert.deepEqual(read("before"), [...sound, "release_year", "explicit"]);
    assert.deepEqual(read("after"), [...sound, ...names]);
    const wide = stages.get("enriched-table")!;
    const readers = [...stages.values()].filter(({needs}) => Object.values(needs).includes(wide));
    assert.ok(readers.length > 0 && readers.every(({name}) => /^(fold|measure)\/.*-enriched-/.test(name)));
  });

  it("joins anew when the store has grown, by its content and not by its place", async () => {
    const before = await keysOf(folder, "0");
    const moved = mkdtempSync(path.join(tmpdir(), "enriched-"));
    await writeFile(path.join(moved, "answers.jsonl"), encodeRecord(trackAnswer(1)));
    assert.deepEqual(beyond(await keysOf(moved, "0"), before), []);
    await writeFile(path.join(moved, "answers.jsonl"), encodeRecord(trackAnswer(1)) + encodeRecord(trackAnswer(2)));
    assert.deepEqual(beyond(await keysOf(moved, "0"), before).sort(), ["enriched", "page-enrichment"]);
    rmSync(moved, {recursive: true});
  });

  it("refuses a switch that is neither on nor off", async () => {
    await assert.rejects(keysOf(empty, "yes"), /ENRICHMENT_AS_INPUT: expected 1 or 0; got "yes"/);
  });
});

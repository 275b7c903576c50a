import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {FEATURES} from "../../../lib/features/features.js";
import familiarPage from "../../../loaders/stages/familiarPage.js";
import table from "../../../loaders/stages/table.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";

async function familiarOf(dataset: Dataset, tracks = 50, seed = 1) {
  return familiarPage({table: await table({dataset}, {}, QUIET)}, {tracks, seed}, QUIET);
}

/** All features but the tempo. */
const ALIKE = Object.fromEntries(FEATURES.map(({name}) => [name, name === "decade" ? 1980 : 0.5]));

describe("familiarPage(needs, {tracks, seed})", () => {
  it("samples clean tracks, each once, of all kinds", async () => {
    const study = handmadeStudy(400, (i) => ({uri: `uri${i >> 1}`, label: 1, x: {tempo: i}}));
    const {x} = await familiarOf(study);
    const tempos = x[study.raw.X.names.indexOf("tempo")] as number[];
    assert.equal(new Set(tempos).size, 50);
    assert.ok(tempos.every((tempo) => tempo % 2 === 0));
    const early = tempos.filter((tempo) => tempo < 200).length;
    assert.ok(early > 15 && early < 35, `${early} of the first half`);
  });

  it("is the same for the same seed, and another for another", async () => {
    const study = handmadeStudy(400);
    assert.deepEqual(await familiarOf(study), await familiarOf(study));
    assert.notDeepEqual(await familiarOf(study), await familiarOf(study, 50, 2));
  });

  it("shortens values, but for years, and says null where one is missing", async () => {
    const study = handmadeStudy(20, () => ({x: {tempo: 123.456, loudness: -7.2345, decade: 1980, valence: NaN}}));
    const {x} = await familiarOf(study);
    const of = (name: string) => x[study.raw.X.names.indexOf(name)][0];
    assert.deepEqual(["tempo", "loudness", "decade", "valence"].map(of), [123, -7.23, 1980, null]);
  });

  it("reaches all but 1 % of the tracks outside the sample", async () => {
    const farOnes = (far: number) => handmadeStudy(301, (i) => ({x: {...ALIKE, tempo: i < far ? 200 : 100}}));
    assert.equal((await familiarOf(farOnes(3), 1)).within, 0);
    const sd = 100 * Math.sqrt((4 / 301) * (297 / 301));
    const distance = Math.sqrt((100 / sd) ** 2 / 17); // one axis of 17 differs
    assert.equal((await familiarOf(farOnes(4), 1)).within, Number(distance.toPrecision(4)));
  });

  it("compares only what both know", async () => {
    const study = handmadeStudy(200, (i) => ({x: {...ALIKE, tempo: i % 10 === 0 ? 100 : NaN}}));
    const {x, within} = await familiarOf(study, 1);
    assert.deepEqual([x[study.raw.X.names.indexOf("tempo")], within], [[null], 0]);
  });

  it("leaves half of a small study out, to tell how near tracks are that are not in the sample", async () => {
    const {x, within} = await familiarOf(handmadeStudy(31));
    assert.equal(x[0].length, 16);
    assert.ok(within > 0.1, `${within}`);
  });

  it.each(ODD_STUDIES)("survives JSON: %s", async (_, dataset) => {
    assertSurvivesJson(await familiarOf(dataset));
    assertSurvivesJson(await familiarOf(dataset, 1));
  });
});

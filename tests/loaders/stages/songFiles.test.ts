import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {decodeSearch} from "../../../lib/search/decodeSearch.js";
import {shapTrees} from "../../../lib/shap/shapTrees.js";
import {decodeTracks} from "../../../lib/tracks/decodeTracks.js";
import {encodeTracks} from "../../../lib/tracks/encodeTracks.js";
import {fitBoosted} from "../../../lib/trees/fitBoosted.js";
import type {Evaluation} from "../../../loaders/stages/evaluate.js";
import reasonSpace from "../../../loaders/stages/reasonSpace.js";
import searchPage from "../../../loaders/stages/searchPage.js";
import songOrder from "../../../loaders/stages/songOrder.js";
import table from "../../../loaders/stages/table.js";
import tracksPage from "../../../loaders/stages/tracksPage.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {evaluated, QUIET} from "../../fixtures/evaluated.js";
import {assertSurvivesJson, handmadeStudy, ODD_STUDIES} from "../../fixtures/handmadeStudy.js";

const NAMES = ["b", "a", "B", "a", '=1+"', "<i>\n</i>", "a", "\u2028é", ""];

/** A study of hostile, repeated and empty names, of which one track is listed twice. */
const named = handmadeStudy(NAMES.length + 1, (i) => ({
  uri: `uri${i % NAMES.length}`,
  artist: NAMES[i % NAMES.length],
  title: ["y", "z", "y"][i % 3],
  label: ((i % NAMES.length) % 2) as 0 | 1
}));

const orderOf = async (dataset: Dataset) => songOrder({dataset}, {}, QUIET);

async function tracksOf(dataset: Dataset, artist?: Evaluation) {
  const needs = {dataset, order: await orderOf(dataset), artist: artist ?? (await evaluated(dataset))};
  return tracksPage(needs, {}, QUIET);
}

describe("songOrder(needs)", () => {
  it("is that of artists, then titles, of clean tracks", async () => {
    const order = await orderOf(named);
    assert.deepEqual(
      Array.from(order, (row) => [named.raw.artist[row], named.raw.title[row]]),
      [["", "y"], ["<i>\n</i>", "y"], ['=1+"', "z"], ["B", "y"], ["a", "y"], ["a", "y"], ["a", "z"], ["b", "y"], ["\u2028é", "z"]] // prettier-ignore
    );
    assert.deepEqual([...order].sort(), [...named.clean].sort());
  });
});

describe("searchPage(needs)", () => {
  it("names every track and every artist once, as they are", async () => {
    const order = await orderOf(named);
    const file = await searchPage({dataset: named, order}, {}, QUIET);
    assertSurvivesJson(file);
    const {titles, artists, artistOf} = decodeSearch(file);
    assert.deepEqual([...artists].sort(), [...new Set(NAMES)].sort());
    assert.deepEqual(titles, Array.from(order, (row) => named.raw.title[row])); // prettier-ignore
    assert.deepEqual(
      Array.from(artistOf, (artist) => artists[artist]),
      Array.from(order, (row) => named.raw.artist[row])
    );
  });
});

describe("tracksPage(needs)", () => {
  it("gives each track's values, label and probability, the order that of the search index", async () => {
    const {raw, clean} = named;
    const order = await orderOf(named);
    const {X, label, p} = await tracksOf(named, await evaluated(named, (row) => row / 10 + 0.00004));
    assert.equal(X.length, clean.length);
    order.forEach((row, i) => {
      X.columns.forEach((column, j) => assert.equal(column[i], raw.X.columns[j][row]));
      assert.equal(label[i], raw.label[row]);
      assert.equal(p[i], Math.fround(row / 10)); // to 4 decimals
    });
  });

  it("knows no probability where the exam was not held, nor of tracks that did not sit it", async () => {
    const absent = await tracksOf(named, {refusal: "too few"});
    assert.ok(absent.p.every(Number.isNaN));
    const all = await evaluated(named);
    const order = await orderOf(named);
    const {p} = await tracksOf(named, {...all, rows: all.rows.slice(1), p: all.p.slice(1)});
    assert.deepEqual(
      Array.from(order).filter((_, i) => Number.isNaN(p[i])),
      [all.rows[0]]
    );
  });

  const ID = "4GiXBCUF7H6YfNQsnBRIzl";
  it.each([
    [`spotify:track:${ID}`, ID],
    [ID, ID],
    [`https://open.spotify.com/track/${ID}`, ID],
    [`https://open.spotify.com/intl-de/track/${ID}?si=0123456789abcdef`, ID],
    [`https://open.spotify.com/album/${ID}`, ""],
    [`spotify:album:${ID}`, ""],
    [`${ID}x`, ""],
    [ID.slice(1), ""],
    ["Demo track 1", ""],
    ["", ""]
  ])("finds in %j the id %j", async (uri, id) => {
    const {ids} = await tracksOf(handmadeStudy(1, () => ({uri})));
    assert.deepEqual(ids, [id]);
  });

  it.each(ODD_STUDIES)("survives the wire: %s", async (_, dataset) => {
    const tracks = await tracksOf(dataset);
    assert.deepEqual(decodeTracks(encodeTracks(tracks)), tracks);
  });
});

describe("reasonSpace(needs)", () => {
  it("explains every track, the order that of the search index, and says how far it is", async () => {
    const dataset = handmadeStudy(40, (i) => ({artist: `Artist ${i % 7}`}));
    const order = await orderOf(dataset);
    const boosted = fitBoosted(dataset.raw.X, dataset.raw.label, {rounds: 8, seed: 1, minChildWeight: 1});
    const shares: number[] = [];
    const needs = {table: await table({dataset}, {}, QUIET), order, boosted};
    const {features, phi} = await reasonSpace(needs, {}, {onProgress: (share) => shares.push(share)});
    assert.deepEqual(features, boosted.features);
    const exact = shapTrees(boosted, dataset.raw.X).phi;
    phi.forEach((column, j) => {
      assert.ok(column.some((value, i) => value !== column[i - 1]) || exact[j].every((value) => value === 0));
      column.forEach((value, i) => assert.equal(value, Math.fround(exact[j][order[i]])));
    });
    assert.deepEqual([shares.length, shares.at(-1)], [8, 1]);
  });
});

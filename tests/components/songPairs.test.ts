// @vitest-environment jsdom
import assert from "node:assert/strict";
import {beforeEach, describe, it, vi} from "vitest";
import {bruteForceInteractions} from "../../lib/shap/bruteForceInteractions.js";
import {coalitionValues} from "../../lib/shap/coalitionValues.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {songPairs} from "../../src/components/songPairs.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";
import {handmade} from "../lib/trees/handmade.js";
import {opened} from "../fixtures/opened.js";

const trees: TreeEnsemble = {...handmade, features: ["tempo", "energy"]};
const SONG = [0.1, 0.7];

beforeEach(() => stubResizeObserver(640));

async function openPairs(loadTrees: () => Promise<TreeEnsemble>, features: readonly string[] = trees.features) {
  const part = songPairs({features, loadTrees});
  part.show(SONG);
  (part.element as HTMLDetailsElement).open = true;
  await new Promise((resolve) => setTimeout(resolve));
  return part;
}

describe("songPairs({features, loadTrees})", () => {
  it("asks for the trees only when it is opened", async () => {
    const load = vi.fn(() => Promise.resolve(trees));
    songPairs({features: trees.features, loadTrees: load}).show(SONG);
    assert.equal(load.mock.calls.length, 0);
    await openPairs(load);
    assert.equal(load.mock.calls.length, 1);
  });

  it("shows what the pairs contribute by definition", async () => {
    const values = coalitionValues(trees, SONG);
    let step = values.next();
    while (!step.done) step = values.next();
    const margins = step.value;
    const {phi} = bruteForceInteractions((S) => margins[S], 2);
    const {element} = await openPairs(() => Promise.resolve(trees));
    const [label, together] = [...opened(element).querySelectorAll("tbody td")].map(({textContent}) => textContent);
    assert.equal(label, "Tempo and energy");
    assert.ok(Math.abs(Number(together) - 2 * phi[1]) < 1e-3, `${together} ${2 * phi[1]}`);
    assert.ok(phi[1] !== 0);
    const verb = phi[1] > 0 ? "add" : "take";
    assert.match(
      element.querySelector("strong")!.textContent!,
      new RegExp(`^Tempo and energy together ${verb} most: `)
    );
  });

  it("follows the song while it is open", async () => {
    const part = await openPairs(() => Promise.resolve(trees));
    const title = () => opened(part.element).querySelector("tbody")!.textContent;
    const before = title();
    part.show([0, 0]);
    await new Promise((resolve) => setTimeout(resolve));
    assert.notEqual(title(), before);
  });

  it("refuses trees of other features", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const {element} = await openPairs(() => Promise.resolve(trees), ["tempo", "key"]);
    assert.match(element.textContent!, /The pairs could not be loaded/);
  });
});

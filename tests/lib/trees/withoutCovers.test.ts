import assert from "node:assert/strict";
import {it} from "vitest";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import {withoutCovers} from "../../../lib/trees/withoutCovers.js";
import {handmade, handmadeRows} from "./handmade.js";

it("withoutCovers(ensemble) predicts the same, and every cover is 1", () => {
  const columns = [0, 1].map((j) => Float32Array.from(handmadeRows, (row) => row[j]));
  const X = {names: handmade.features, columns, length: handmadeRows.length};
  const before = structuredClone(handmade);
  const bare = withoutCovers(handmade);
  assert.deepEqual(predictMargins(bare, X), predictMargins(handmade, X));
  assert.ok(bare.cover.every((cover) => cover === 1));
  assert.deepEqual(handmade, before);
});

import assert from "node:assert/strict";
import {it} from "vitest";
import {treeShape} from "../../../lib/shap/treeShape.js";
import {ensembleOf, type Nested} from "./ensembles.js";

it("treeShape(ensemble, root) counts the splits and the distinct features of one path, not of the tree", () => {
  const leaf = {value: 1, cover: 1};
  const on = (feature: number, left: Nested, right: Nested): Nested => ({
    feature,
    threshold: 0,
    defaultLeft: true,
    left,
    right
  });
  const tree = on(0, on(1, on(0, leaf, leaf), leaf), on(2, leaf, on(3, leaf, leaf)));
  const ensemble = ensembleOf(5, [on(4, leaf, leaf), tree, leaf]);
  const shapes = [0, 1, 2].map((t) => treeShape(ensemble, ensemble.starts[t]));
  assert.deepEqual(shapes, [
    {depth: 1, width: 1},
    {depth: 3, width: 3},
    {depth: 0, width: 0}
  ]);
});

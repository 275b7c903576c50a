import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {marginOfRow} from "../../../lib/trees/marginOfRow.js";
import {parseXgboost} from "../../../lib/trees/parseXgboost.js";
import {predictMargins} from "../../../lib/trees/predictMargins.js";
import {predictTrees} from "../../../lib/trees/predictTrees.js";
import {readXgboost} from "../../../lib/trees/readXgboost.js";
import {writeXgboost} from "../../../lib/trees/writeXgboost.js";
import {columnsOf, fixtureBytes, fixtureJson, largestError} from "./fixtures.js";

const CASES = ["default", "unnamed", "low-base", "high-base", "extreme-base", "pruned", "stumps"];

describe("readXgboost(model)", () => {
  for (const name of CASES) {
    const {names, rows, margins, p} = fixtureJson(`${name}.rows.json`);
    const ensemble = readXgboost(fixtureJson(`${name}.model.json`));
    const X = columnsOf(names, rows);

    it(`predicts what XGBoost predicts: ${name}`, () => {
      assert.deepEqual(ensemble.features, names);
      // XGBoost adds leaves in float32, which resolves 1e-6 at margins of 8 to 16.
      const scale = Math.max(1, ...margins.map((margin: number) => Math.abs(margin) / 8));
      const error = largestError(predictMargins(ensemble, X), margins);
      assert.ok(error <= 1e-6 * scale, `margins off by ${error}`);
      const off = largestError(predictTrees(ensemble, X), p);
      assert.ok(off <= 1e-6, `probabilities off by ${off}`);
    });

    it(`survives writeXgboost and the JSON round trip: ${name}`, () => {
      const again = readXgboost(JSON.parse(JSON.stringify(writeXgboost(ensemble))));
      assert.deepEqual(again, ensemble);
    });

    it(`marginOfRow(ensemble, x) equals that row in a batch: ${name}`, () => {
      const margins = predictMargins(ensemble, X);
      rows.forEach((row: (number | null)[], i: number) => {
        assert.equal(
          marginOfRow(
            ensemble,
            Float32Array.from(row, (x) => x ?? NaN)
          ),
          margins[i]
        );
      });
    });
  }

  it("drops the nodes that pruning left unreachable", () => {
    const {trees} = fixtureJson("pruned.model.json").learner.gradient_booster.model;
    const {starts} = readXgboost(fixtureJson("pruned.model.json"));
    for (let t = 0; t < trees.length; t++) {
      const {num_nodes, num_deleted} = trees[t].tree_param;
      assert.ok(num_deleted > 0);
      assert.equal(starts[t + 1] - starts[t], num_nodes - num_deleted);
    }
  });

  it("reads base_score in every spelling", () => {
    for (const [text, margin] of [
      ["5E-1", 0],
      ["[5E-1]", 0],
      [" [ 0.5 ] ", 0],
      [0.5, 0],
      ["2.5e-1", -1.0986122886681098]
    ] as const) {
      const model = fixtureJson("default.model.json");
      model.learner.learner_model_param.base_score = text;
      assert.ok(Math.abs(readXgboost(model).baseMargin - margin) <= 1e-7, String(text));
    }
  });

  it("reads booleans and absent split types, as old versions write them", () => {
    const model = fixtureJson("default.model.json");
    for (const tree of model.learner.gradient_booster.model.trees) {
      tree.default_left = tree.default_left.map(Boolean);
      delete tree.split_type;
    }
    assert.deepEqual(readXgboost(model), readXgboost(fixtureJson("default.model.json")));
  });

  it("refuses by name what it cannot represent", () => {
    for (const [name, message] of [
      ["dart", /the booster gbtree; got the booster dart/],
      ["gblinear", /the booster gbtree; got the booster gblinear/],
      ["regression", /the objective binary:logistic; got the objective reg:squarederror/],
      ["classes", /got the objective multi:softprob/],
      ["categories", /numeric splits; got a categorical split at node 0 in learner.*trees\[0\]/]
    ] as const) {
      assert.throws(() => parseXgboost(fixtureBytes(`${name}.refused.json`)), {name: "RangeError", message});
    }
  });

  // Each change breaks the default model in one place.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  type Change = (learner: any, tree: any) => void;
  const BROKEN: [string, RegExp, Change][] = [
    [
      "many classes",
      /two classes; got a multi-class model \(num_class 3\)/,
      (l) => (l.learner_model_param.num_class = "3")
    ],
    ["many targets", /one target; got a multi-target model/, (l) => (l.learner_model_param.num_target = "2")],
    [
      "vector leaves",
      /one number a leaf; got vector leaves/,
      (l) => (l.gradient_booster.model.gbtree_model_param.size_leaf_vector = "2")
    ],
    [
      "a tree of vector leaves",
      /one number a leaf; got vector leaves.*trees\[1\]/,
      (_, t) => (t.tree_param.size_leaf_vector = "2")
    ],
    ["trees of another class", /got tree_info 1/, (l) => (l.gradient_booster.model.tree_info[2] = 1)],
    ["num_trees", /as many trees/, (l) => (l.gradient_booster.model.gbtree_model_param.num_trees = "4")],
    ["base_score 0", /one base_score in \(0, 1\); got 0/, (l) => (l.learner_model_param.base_score = "0")],
    ["base_score 1", /one base_score/, (l) => (l.learner_model_param.base_score = "0.99999999")],
    ["base_score of two", /one base_score/, (l) => (l.learner_model_param.base_score = "[5E-1,5E-1]")],
    ["empty base_score", /one base_score/, (l) => (l.learner_model_param.base_score = "[]")],
    ["too few names", /num_feature 4 feature_names; got 3/, (l) => l.feature_names.pop()],
    ["a name twice", /distinct feature_names/, (l) => (l.feature_names[0] = l.feature_names[1])],
    ["too many features", /at most 32767/, (l) => (l.learner_model_param.num_feature = "40000")],
    ["no trees", /gradient_booster\.model\.trees:/, (l) => delete l.gradient_booster.model.trees],
    ["text for a number", /trees\[1\]\.sum_hessian\[0\]/, (_, t) => (t.sum_hessian[0] = "1")],
    [
      "lengths that differ",
      /31 values|values in each list of a tree; got \d+ sum_hessian/,
      (_, t) => t.sum_hessian.pop()
    ],
    ["no nodes", /at least one node/, (_, t) => (t.tree_param.num_nodes = "0")],
    [
      "a child out of range",
      /two children in 0\.\.\d+ or two -1; got child 999 of node 0/,
      (_, t) => (t.left_children[0] = 999)
    ],
    ["one child", /got child -1 of node 0/, (_, t) => (t.right_children[0] = -1)],
    ["a cycle", /one parent; got node 0 reached twice/, (_, t) => (t.right_children[0] = 0)],
    ["a node reached twice", /one parent; got node 1 reached twice/, (_, t) => (t.right_children[0] = 1)],
    ["a feature that is not there", /below num_feature 4; got 4 at node 0/, (_, t) => (t.split_indices[0] = 4)],
    [
      "a threshold past float32",
      /float32 range; got split_conditions\[0\] 1e\+39/,
      (_, t) => (t.split_conditions[0] = 1e39)
    ]
  ];
  for (const [what, message, change] of BROKEN) {
    it(`refuses ${what}`, () => {
      const model = fixtureJson("default.model.json");
      change(model.learner, model.learner.gradient_booster.model.trees[1]);
      assert.throws(() => readXgboost(model), {name: "RangeError", message});
    });
  }

  it("refuses what is no model", () => {
    for (const value of [null, undefined, 1, "text", [], {}, {learner: {}}, {learner: null}]) {
      assert.throws(() => readXgboost(value), {name: "RangeError", message: /^readXgboost requires/});
    }
  });
});

describe("parseXgboost(bytes)", () => {
  it("reads a JSON file", () => {
    const model = fixtureJson("default.model.json");
    assert.deepEqual(parseXgboost(fixtureBytes("default.model.json")), readXgboost(model));
    assert.deepEqual(parseXgboost(new TextEncoder().encode(JSON.stringify(model, null, 2))), readXgboost(model));
  });

  it("names other kinds of bytes", () => {
    for (const [bytes, message] of [
      [fixtureBytes("default.refused.ubj"), /got UBJSON/],
      [new Uint8Array(), /an empty file/],
      [new Uint8Array([0x1f, 0x8b, 8, 0]), /gzip/],
      [new Uint8Array([98, 105, 110, 102, 255, 0]), /binary data/],
      [new TextEncoder().encode('{"learner": }'), /no JSON/],
      [new TextEncoder().encode("track,artist\n"), /no JSON/]
    ] as const) {
      assert.throws(() => parseXgboost(bytes), {name: "RangeError", message});
    }
  });
});

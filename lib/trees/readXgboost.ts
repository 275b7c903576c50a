import {leafEnsemble} from "./leafEnsemble.js";
import {liveNodes} from "./liveNodes.js";
import {marginOfBaseScore} from "./marginOfBaseScore.js";
import {refuseUnsupported} from "./refuseUnsupported.js";
import type {TreeEnsemble} from "./types.js";
import {xgboostSchema} from "./xgboostSchema.js";

/**
 * Reads an XGBoost model: the JSON of `Booster.save_model("model.json")`, versions 1.0 to 3.x.
 *
 * All trees count, as in `Booster.predict`: an early-stopped model's `best_iteration` is not applied. Nodes that
 * pruning left unreachable are dropped. Without `feature_names` the features are f0, f1, ...
 *
 * @param model the parsed JSON; for bytes see lib/trees/parseXgboost.ts
 * @throws RangeError naming what is wrong and where: not a gbtree, not binary:logistic, more than one class, target
 *   or number a leaf, categorical splits, a malformed tree, a missing or mistyped part
 */
export function readXgboost(model: unknown): TreeEnsemble {
  refuseUnsupported(model);
  const {learner} = checkShape(model);
  const {trees, tree_info, gbtree_model_param} = learner.gradient_booster.model;
  const features = featureNames(learner.feature_names, learner.learner_model_param.num_feature);
  if (gbtree_model_param.num_trees !== trees.length || tree_info.length !== trees.length) {
    throw new RangeError(
      `readXgboost requires as many trees as num_trees and tree_info say; ` +
        `got ${trees.length} trees, num_trees ${gbtree_model_param.num_trees}, ${tree_info.length} tree_info`
    );
  }
  if (tree_info.some((group) => group !== 0)) {
    throw new RangeError(`readXgboost requires two classes; got tree_info ${Math.max(...tree_info)}`);
  }

  const live = trees.map((tree, t) => {
    return liveNodes(tree, features.length, `learner.gradient_booster.model.trees[${t}]`);
  });
  const starts = new Int32Array(trees.length + 1);
  live.forEach((nodes, t) => (starts[t + 1] = starts[t] + nodes.length));
  const baseMargin = marginOfBaseScore(baseScore(learner.learner_model_param.base_score));
  const ensemble = leafEnsemble(features, baseMargin, starts);

  for (let t = 0; t < trees.length; t++) {
    const tree = trees[t];
    const place = new Int32Array(tree.left_children.length); // old node -> new
    live[t].forEach((node, k) => (place[node] = starts[t] + k));
    for (const node of live[t]) {
      const i = place[node];
      ensemble.cover[i] = tree.sum_hessian[node];
      const condition = tree.split_conditions[node] + 0; // -0 would not survive JSON
      if (tree.left_children[node] === -1) {
        ensemble.value[i] = condition;
      } else {
        ensemble.feature[i] = tree.split_indices[node];
        ensemble.threshold[i] = condition;
        ensemble.left[i] = place[tree.left_children[node]];
        ensemble.right[i] = place[tree.right_children[node]];
        ensemble.defaultLeft[i] = Number(tree.default_left[node]) === 0 ? 0 : 1;
        ensemble.gain[i] = tree.loss_changes[node];
      }
    }
  }
  return ensemble;
}

function checkShape(model: unknown) {
  const result = xgboostSchema.safeParse(model);
  if (result.success) return result.data;
  const {path, message} = result.error.issues[0];
  const where = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  throw new RangeError(`readXgboost requires an XGBoost model; got ${where.slice(1) || "input"}: ${message}`);
}

function featureNames(names: readonly string[], count: number): readonly string[] {
  if (count > 32767) throw new RangeError(`readXgboost requires at most 32767 features; got ${count}`);
  if (names.length === 0) return Array.from({length: count}, (_, j) => `f${j}`);
  if (names.length !== count) {
    throw new RangeError(`readXgboost requires num_feature ${count} feature_names; got ${names.length}`);
  }
  if (new Set(names).size !== count) {
    throw new RangeError(`readXgboost requires distinct feature_names; got ${names.join(", ")}`);
  }
  return [...names];
}

/** "5E-1" up to XGBoost 3.0, "[5E-1]" since. */
function baseScore(text: string | number): number {
  const list = String(text)
    .trim()
    .replace(/^\[(.*)\]$/, "$1")
    .split(",");
  const score = list[0].trim() === "" ? NaN : Number(list[0]);
  const rounded = Math.fround(score);
  if (list.length !== 1 || !(rounded > 0 && rounded < 1)) {
    throw new RangeError(`readXgboost requires one base_score in (0, 1); got ${text}`);
  }
  return score;
}

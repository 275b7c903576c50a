import {baseScoreOfMargin} from "./baseScoreOfMargin.js";
import {breadthFirst} from "./breadthFirst.js";
import {shortestFloat} from "./shortestFloat.js";
import type {TreeEnsemble} from "./types.js";

const NO_PARENT = 2147483647;

/**
 * Writes an ensemble as XGBoost 1.7 `save_model` lays out its JSON.
 *
 * For a file that XGBoost loads use formatXgboost: it refuses the `0` of JSON.stringify where it wants `0E0`.
 *
 * Reading it back gives the same ensemble. Two exceptions: siblings that are not neighbours are laid out breadth first
 * (XGBoost's predictor needs it), and a base margin that no float32 `base_score` expresses moves by about 1e-7.
 * `base_weights` of inner nodes, which prediction does not read, are 0.
 *
 * @returns a plain object, as readXgboost takes it
 * @throws RangeError if the base margin is beyond what a float32 probability can express
 */
export function writeXgboost(ensemble: TreeEnsemble): object {
  const e = ensemble.left.every((left, i) => left < 0 || ensemble.right[i] === left + 1)
    ? ensemble
    : breadthFirst(ensemble);
  const trees = Array.from({length: e.starts.length - 1}, (_, t) => writeTree(e, t));
  const width = String(e.features.length);
  return {
    learner: {
      attributes: {},
      feature_names: [...e.features],
      feature_types: [],
      gradient_booster: {
        model: {
          gbtree_model_param: {num_parallel_tree: "1", num_trees: String(trees.length), size_leaf_vector: "0"},
          tree_info: trees.map(() => 0),
          trees
        },
        name: "gbtree"
      },
      learner_model_param: {
        base_score: String(shortestFloat(baseScoreOfMargin(e.baseMargin))),
        boost_from_average: "1",
        num_class: "0",
        num_feature: width,
        num_target: "1"
      },
      objective: {name: "binary:logistic", reg_loss_param: {scale_pos_weight: "1"}}
    },
    version: [1, 7, 4]
  };
}

function writeTree(e: TreeEnsemble, t: number): object {
  const start = e.starts[t];
  const nodes = e.starts[t + 1] - start;
  const list = (at: (i: number) => number) => Array.from({length: nodes}, (_, k) => at(start + k));
  const zeros = list(() => 0);
  const parents = zeros.map(() => NO_PARENT);
  for (let i = start; i < start + nodes; i++) {
    if (e.left[i] < 0) continue;
    parents[e.left[i] - start] = i - start;
    parents[e.right[i] - start] = i - start;
  }
  return {
    base_weights: list((i) => shortestFloat(e.value[i])),
    categories: [],
    categories_nodes: [],
    categories_segments: [],
    categories_sizes: [],
    default_left: list((i) => e.defaultLeft[i]),
    id: t,
    left_children: list((i) => (e.left[i] < 0 ? -1 : e.left[i] - start)),
    loss_changes: list((i) => shortestFloat(e.gain[i])),
    parents,
    right_children: list((i) => (e.right[i] < 0 ? -1 : e.right[i] - start)),
    split_conditions: list((i) => shortestFloat(e.left[i] < 0 ? e.value[i] : e.threshold[i])),
    split_indices: list((i) => Math.max(e.feature[i], 0)),
    split_type: zeros,
    sum_hessian: list((i) => shortestFloat(e.cover[i])),
    tree_param: {
      num_deleted: "0",
      num_feature: String(e.features.length),
      num_nodes: String(nodes),
      size_leaf_vector: "0"
    }
  };
}

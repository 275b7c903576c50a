import {leafEnsemble} from "../../../lib/trees/leafEnsemble.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";

/** One split a tree: a value below the threshold is worth `low`, another `high`, a missing one `missing` of the two. */
export interface Stump {
  readonly feature: string;
  readonly threshold: number;
  readonly low: number; // log-odds
  readonly high: number;
  readonly missing?: "low" | "high";
}

/** An ensemble of stumps whose margins can be added up by hand. */
export function stumps(features: readonly string[], splits: readonly Stump[], baseMargin = 0): TreeEnsemble {
  const trees = leafEnsemble(
    features,
    baseMargin,
    Int32Array.from({length: splits.length + 1}, (_, t) => 3 * t)
  );
  splits.forEach(({feature, threshold, low, high, missing = "low"}, t) => {
    const root = 3 * t;
    trees.feature[root] = features.indexOf(feature);
    trees.threshold[root] = threshold;
    trees.left[root] = root + 1;
    trees.right[root] = root + 2;
    trees.defaultLeft[root] = Number(missing === "low");
    trees.value[root + 1] = low;
    trees.value[root + 2] = high;
    trees.cover.fill(1, root + 1, root + 3);
    trees.cover[root] = 2;
  });
  return trees;
}

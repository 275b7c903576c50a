import type {TreeEnsemble} from "../trees/types.js";

/**
 * How much each feature's splits lower the Gini impurity: the trees' mean decrease, normalised.
 *
 * @param trees their gains are decreases times rows
 * @returns one share a feature, sum 1; all 0 if nothing splits
 * @see Breiman 2001, Random Forests, Machine Learning 45(1); favours features with many values
 */
export function giniImportances({features, feature, gain}: TreeEnsemble): number[] {
  const decreases = new Array<number>(features.length).fill(0);
  for (let i = 0; i < feature.length; i++) if (feature[i] >= 0) decreases[feature[i]] += gain[i];
  const total = decreases.reduce((sum, decrease) => sum + decrease, 0);
  return total > 0 ? decreases.map((decrease) => decrease / total) : decreases;
}

import type {TreeEnsemble} from "../trees/types.js";

/**
 * A random forest: the mean of its trees' leaves is the probability.
 *
 * All but the trees is plain JSON; they are stored as they are, or as encodeTrees writes them: only gains are lost then,
 * and what was made of them is kept here.
 */
export interface Forest {
  readonly format: "trackoracle-forest/1"; // bump when an old reader would misread it
  readonly trees: TreeEnsemble; // leaves: share of 1 / number of trees; covers: rows drawn; gains: Gini decrease × rows
  readonly importances: readonly number[]; // one a feature, sum 1; all 0 when nothing splits. See giniImportances
  readonly trainedRows: number; // how many it learned from
}

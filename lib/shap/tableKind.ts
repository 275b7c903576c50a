import type {TreeEnsemble} from "../trees/types.js";

/**
 * What a look-up tells of a row: a number for each of its features (`valueTables`) or for each pair of them
 * (`pairTables`). A tree's numbers are sums over its leaves, and each of them has one column in what is explained.
 */
export interface TableKind {
  readonly count: (features: number) => number; // numbers that so many features have
  readonly columnsOf: (features: readonly number[]) => number[]; // where they go, for the features of one path
  readonly leafTables: () => LeafTables;
  readonly walker: (ensemble: TreeEnsemble, shares: Float64Array) => Walker; // the same without tables
}

/**
 * What a leaf adds, for every set of its path's features whose conditions a row meets.
 *
 * @param leaf its value, log-odds
 * @param z for each feature of the path, the share of rows that meet its conditions
 * @param add called with each number in the order of `columnsOf`, and its 2^features values by the bits of the set;
 *   they are valid until it returns
 */
export type LeafTables = (leaf: number, z: readonly number[], add: (k: number, values: Float64Array) => void) => void;

/** Adds the numbers of one tree for one row (float32 values, NaN where missing), log-odds. */
export type Walker = (tree: number, row: Float32Array, sums: Float64Array) => void;

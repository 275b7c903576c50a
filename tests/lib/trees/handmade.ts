import type {TreeEnsemble} from "../../../lib/trees/types.js";

/**
 * Two trees and a stump by hand, depth first: siblings are not neighbours. The margins of rows are easy to work out,
 * and thresholds and leaves are hard to print.
 *
 * tree 0: a < 0.1 ? (b < 1e-45 ? 1 : 2) : (a missing only ? 3 : 4); tree 1: b missing only ? 0.3 : -1e-7; tree 2: 5
 */
export const handmade: TreeEnsemble = {
  format: "trackoracle-trees/1",
  features: ["a", "b"],
  baseMargin: -1.0986123085021973, // XGBoost's margin of base_score .25
  starts: Int32Array.of(0, 7, 10, 11),
  feature: Int16Array.of(0, 1, -1, -1, 0, -1, -1, 1, -1, -1, -1),
  threshold: Float32Array.of(0.1, 1e-45, 0, 0, -3.4028234663852886e38, 0, 0, -3.4028234663852886e38, 0, 0, 0),
  left: Int32Array.of(1, 2, -1, -1, 5, -1, -1, 8, -1, -1, -1),
  right: Int32Array.of(4, 3, -1, -1, 6, -1, -1, 9, -1, -1, -1),
  defaultLeft: Uint8Array.of(0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0),
  value: Float32Array.of(0, 0, 1, 2, 0, 3, 4, 0, 0.3, -1e-7, 5),
  cover: Float32Array.of(10, 6, 2, 4, 4, 1, 3, 10, 9.999999, 1e-6, 10),
  gain: Float32Array.of(3.25, 1.5, 0, 0, 1e-6, 0, 0, 123456.789, 0, 0, 0)
};

/** Rows of `handmade` and what its trees add to the base margin. */
export const handmadeRows: readonly [a: number, b: number, added: number][] = [
  [0, 0, 1 - 1e-7 + 5],
  [0, 1e-45, 2 - 1e-7 + 5],
  [0, NaN, 1 + 0.3 + 5],
  [0.1, 0, 4 - 1e-7 + 5], // float32 .1 is the threshold itself
  [NaN, 0, 3 - 1e-7 + 5],
  [NaN, NaN, 3 + 0.3 + 5],
  [-3.4028234663852886e38, -3.4028234663852886e38, 1 - 1e-7 + 5],
  [3.4028234663852886e38, 3.4028234663852886e38, 4 - 1e-7 + 5]
];

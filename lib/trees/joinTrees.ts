import {leafEnsemble} from "./leafEnsemble.js";
import type {TreeEnsemble} from "./types.js";

/**
 * Joins ensembles over the same features into one, their trees in the order given.
 *
 * @param features column order of X, as in every part
 * @param baseMargin of the whole, log-odds; that of the parts is dropped
 */
export function joinTrees(
  features: readonly string[],
  baseMargin: number,
  parts: readonly TreeEnsemble[]
): TreeEnsemble {
  const starts = [0];
  for (const part of parts) {
    const before = starts[starts.length - 1];
    for (let t = 1; t < part.starts.length; t++) starts.push(before + part.starts[t]);
  }
  const whole = leafEnsemble([...features], baseMargin, Int32Array.from(starts));
  let node = 0;
  for (const part of parts) {
    for (const name of ["feature", "threshold", "defaultLeft", "value", "cover", "gain"] as const) {
      whole[name].set(part[name], node);
    }
    for (let i = 0; i < part.left.length; i++) {
      whole.left[node + i] = part.left[i] < 0 ? -1 : node + part.left[i];
      whole.right[node + i] = part.right[i] < 0 ? -1 : node + part.right[i];
    }
    node += part.left.length;
  }
  return whole;
}

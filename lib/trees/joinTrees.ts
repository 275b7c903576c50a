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
  const trees = parts.reduce((sum, part) => sum + part.starts.length - 1, 0);
  const nodes = parts.reduce((sum, part) => sum + part.left.length, 0);
  const whole = {
    format: "trackoracle-trees/1",
    features: [...features],
    baseMargin,
    starts: new Int32Array(trees + 1),
    feature: new Int16Array(nodes),
    threshold: new Float32Array(nodes),
    left: new Int32Array(nodes),
    right: new Int32Array(nodes),
    defaultLeft: new Uint8Array(nodes),
    value: new Float32Array(nodes),
    cover: new Float32Array(nodes),
    gain: new Float32Array(nodes)
  } as const satisfies TreeEnsemble;
  let node = 0;
  let tree = 0;
  for (const part of parts) {
    for (let t = 1; t < part.starts.length; t++) whole.starts[++tree] = node + part.starts[t];
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

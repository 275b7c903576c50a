import type {TreeEnsemble} from "./types.js";

/**
 * An ensemble whose nodes are all leaves worth 0, to be filled in by whoever builds it.
 *
 * @param starts trees + 1 values; the last is the number of nodes
 */
export function leafEnsemble(features: readonly string[], baseMargin: number, starts: Int32Array) {
  const nodes = starts[starts.length - 1];
  return {
    format: "trackoracle-trees/1",
    features,
    baseMargin,
    starts,
    feature: new Int16Array(nodes).fill(-1),
    threshold: new Float32Array(nodes),
    left: new Int32Array(nodes).fill(-1),
    right: new Int32Array(nodes).fill(-1),
    defaultLeft: new Uint8Array(nodes),
    value: new Float32Array(nodes),
    cover: new Float32Array(nodes),
    gain: new Float32Array(nodes)
  } as const satisfies TreeEnsemble;
}

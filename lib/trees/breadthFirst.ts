import type {TreeEnsemble} from "./types.js";

/**
 * Lays the nodes of every tree out breadth first: the children of a tree's k-th inner node are its nodes 2k + 1 and
 * 2k + 2. So siblings are neighbours, which XGBoost's predictor relies on, and the shape of a tree follows from which
 * of its nodes are leaves.
 *
 * @returns the ensemble itself where it is laid out so already (all that fitBoosted makes), else a copy
 */
export function breadthFirst(ensemble: TreeEnsemble): TreeEnsemble {
  const nodes = ensemble.left.length;
  const order = new Int32Array(nodes); // new node -> old
  const left = new Int32Array(nodes).fill(-1);
  const right = new Int32Array(nodes).fill(-1);
  let moved = false;
  for (let t = 0; t + 1 < ensemble.starts.length; t++) {
    let next = ensemble.starts[t];
    order[next++] = ensemble.starts[t];
    for (let i = ensemble.starts[t]; i < next; i++) {
      const node = order[i];
      moved ||= node !== i;
      if (ensemble.left[node] < 0) continue;
      left[i] = next;
      order[next++] = ensemble.left[node];
      right[i] = next;
      order[next++] = ensemble.right[node];
    }
  }
  if (!moved) return ensemble;
  return {
    ...ensemble,
    left,
    right,
    feature: ensemble.feature.map((_, i) => ensemble.feature[order[i]]),
    threshold: ensemble.threshold.map((_, i) => ensemble.threshold[order[i]]),
    defaultLeft: ensemble.defaultLeft.map((_, i) => ensemble.defaultLeft[order[i]]),
    value: ensemble.value.map((_, i) => ensemble.value[order[i]]),
    cover: ensemble.cover.map((_, i) => ensemble.cover[order[i]]),
    gain: ensemble.gain.map((_, i) => ensemble.gain[order[i]])
  };
}

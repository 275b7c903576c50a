import {leafEnsemble} from "../leafEnsemble.js";
import type {TreeEnsemble} from "../types.js";
import type {BinMatrix} from "./binMatrix.js";
import type {GrownTree} from "./grownTree.js";

const LOWEST = -3.4028234663852886e38; // no finite value is below it: only missing ones go left

/**
 * Turns a grown tree into an ensemble of one: codes into thresholds, nodes in breadth-first order.
 *
 * @param features names of the columns of X
 */
export function finishTree(tree: GrownTree, matrix: BinMatrix, features: readonly string[]): TreeEnsemble {
  const nodes = tree.nodes;
  const done = leafEnsemble(features, 0, Int32Array.of(0, nodes));
  const order = new Int32Array(nodes); // new node -> grown
  for (let i = 0, next = 1; i < nodes; i++) {
    const node = order[i];
    done.cover[i] = tree.cover[node];
    if (tree.next[node] === node) {
      done.value[i] = tree.value[node];
      continue;
    }
    const {feature, cuts, first} = matrix.columns[tree.column[node]];
    const cut = tree.last[node] + tree.from[node] - first;
    done.feature[i] = feature;
    done.threshold[i] = cut < 0 ? LOWEST : cuts[cut];
    done.defaultLeft[i] = tree.missingLeft[node];
    done.gain[i] = tree.gain[node];
    done.left[i] = next;
    done.right[i] = next + 1;
    order[next++] = tree.next[node];
    order[next++] = tree.next[node] + 1;
  }
  return done;
}

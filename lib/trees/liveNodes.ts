import type {XgboostTree} from "./xgboostSchema.js";

/**
 * The nodes of an XGBoost tree that its root reaches, ascending; pruning leaves dead ones behind.
 *
 * @param tree its shape already checked
 * @param features number of features of the model
 * @param path where the tree stands in the file, for messages
 * @throws RangeError if it is no binary tree over those features: lengths differ, a child is out of range or reached
 *   twice (a cycle), a node has one child, a feature does not exist, a leaf is a vector, a number overflows
 *   float32
 */
export function liveNodes(tree: XgboostTree, features: number, path: string): Int32Array {
  const nodes = tree.tree_param.num_nodes;
  const refuse = (need: string, got: string): never => {
    throw new RangeError(`readXgboost requires ${need}; got ${got} in ${path}`);
  };
  if (tree.tree_param.size_leaf_vector > 1) {
    refuse("one number a leaf", `vector leaves (size_leaf_vector ${tree.tree_param.size_leaf_vector})`);
  }
  if (nodes < 1) refuse("at least one node a tree", "0");
  for (const [name, values] of Object.entries(tree)) {
    if (Array.isArray(values) && values.length !== nodes) {
      refuse(`${nodes} values in each list of a tree`, `${values.length} ${name}`);
    }
  }

  const reached = new Uint8Array(nodes);
  const open = [0];
  reached[0] = 1;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const name of ["split_conditions", "loss_changes", "sum_hessian"] as const) {
      const value = tree[name][node];
      if (!Number.isFinite(Math.fround(value))) refuse("numbers in float32 range", `${name}[${node}] ${value}`);
    }
    const [left, right] = [tree.left_children[node], tree.right_children[node]];
    if (left === -1 && right === -1) continue;
    const feature = tree.split_indices[node];
    if (!(feature >= 0 && feature < features)) {
      refuse(`split_indices below num_feature ${features}`, `${feature} at node ${node}`);
    }
    for (const child of [left, right]) {
      if (!(child >= 0 && child < nodes)) {
        refuse(`two children in 0..${nodes - 1} or two -1`, `child ${child} of node ${node}`);
      }
      if (reached[child]) refuse("each node to have one parent", `node ${child} reached twice`);
      reached[child] = 1;
      open.push(child);
    }
  }
  return Int32Array.from(reached.keys()).filter((node) => reached[node] === 1);
}

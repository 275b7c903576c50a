import type {TreeEnsemble} from "../trees/types.js";

/** How long and how varied the paths of a tree are. */
export interface TreeShape {
  readonly depth: number; // most splits on a path; 0 for a single leaf
  readonly width: number; // most distinct features a path splits on: one more than the degree of its polynomials
}

/**
 * Measures one tree.
 *
 * @param root the tree's first node, `ensemble.starts[tree]`
 */
export function treeShape({feature, left, right}: TreeEnsemble, root: number): TreeShape {
  const onPath = new Set<number>();
  let [depth, width] = [0, 0];
  const visit = (node: number, splits: number): void => {
    depth = Math.max(depth, splits);
    width = Math.max(width, onPath.size);
    if (left[node] < 0) return;
    const isNew = !onPath.has(feature[node]);
    onPath.add(feature[node]);
    visit(left[node], splits + 1);
    visit(right[node], splits + 1);
    if (isNew) onPath.delete(feature[node]);
  };
  visit(root, 0);
  return {depth, width};
}

import type {TreeEnsemble} from "../trees/types.js";
import {gaussLegendre, type Quadrature} from "./gaussLegendre.js";
import type {TreeShape} from "./treeShape.js";

/**
 * Prepares walks of trees at four Gauss-Legendre points at a time: as many as the degree of a tree's polynomials needs.
 *
 * @param shapes of the trees, from `treeShape`
 * @param t where the points of a walk are written
 * @param P where their weights are written, at the root's place
 * @returns a function that walks one tree from its root, once for every four points
 */
export function quadratureWalks(
  {starts}: TreeEnsemble,
  shapes: readonly TreeShape[],
  t: Float64Array,
  P: Float64Array
): (tree: number, walk: (root: number) => void) => void {
  const rules = new Map<number, Quadrature>(); // by the number of walks
  return (tree, walk) => {
    const walks = Math.ceil(shapes[tree].width / 8);
    let rule = rules.get(walks);
    if (!rule) rules.set(walks, (rule = gaussLegendre(Math.max(4, 4 * walks))));
    for (let first = 0; first < 4 * walks; first += 4) {
      t.set(rule.points.subarray(first, first + 4));
      P.set(rule.weights.subarray(first, first + 4));
      walk(starts[tree]);
    }
  };
}

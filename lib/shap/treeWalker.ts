import type {TreeEnsemble} from "../trees/types.js";
import {quadratureWalks} from "./quadratureWalks.js";
import type {Walker} from "./tableKind.js";
import {treeShape} from "./treeShape.js";

/**
 * Prepares exact path-dependent SHAP values of single rows: little set-up, little memory, one walk a tree.
 *
 * To a leaf, feature d matters only by whether the row meets all the leaf's conditions on it (oᵈ, 0 or 1) and by the
 * share zᵈ of training rows that do. The leaf's game is value × Π (member ? oᵈ : zᵈ), and its Shapley values are
 *
 *   φᵈ = value × (oᵈ − zᵈ) ∫₀¹ Π over k ≠ d of (zᵏ + (oᵏ − zᵏ) t) dt
 *
 * a polynomial of degree D − 1 in t, integrated exactly by D/2 Gauss-Legendre points. At four points at once, the walk
 * carries down P, the product of the factors above a node, and brings up S, the sum over its leaves of value × product
 * of the factors below it. Where the row goes to the child `hot` and not to `cold`, a first split on d adds
 * z(cold) Σ P (S(hot) − S(cold)) to φᵈ; a later split on d replaces the factor of the one above, and adds the
 * difference. Paths of more than eight features take more walks of four points.
 *
 * @param shares from `coverShares(ensemble)`
 * @returns a function that keeps scratch memory between calls
 * @see the integral is Owen 1972, Multilinear extensions of games; by quadrature over a tree: arXiv 2605.04497
 */
export function treeWalker(ensemble: TreeEnsemble, shares: Float64Array): Walker {
  const {starts, feature, threshold, left, right, defaultLeft, value} = ensemble;
  const shapes = Array.from({length: starts.length - 1}, (_, tree) => treeShape(ensemble, starts[tree]));
  const slots = 4 * (shapes.reduce((most, {depth}) => Math.max(most, depth), 0) + 2);
  const t = new Float64Array(4);
  const P = new Float64Array(slots); // by depth; the quadrature's weights included
  const S = new Float64Array(slots); // by depth
  const z = new Float64Array(ensemble.features.length).fill(1); // share of the path's conditions on a feature so far
  const follows = new Uint8Array(ensemble.features.length).fill(1); // whether the row meets them
  let x: Float32Array = new Float32Array(0);
  let phi: Float64Array = new Float64Array(0);

  /** Writes S of the node at `at`, reading P at `at`; adds to phi what the splits below contribute. */
  function walk(node: number, at: number): void {
    const l = left[node];
    if (l < 0) {
      S[at] = S[at + 1] = S[at + 2] = S[at + 3] = value[node];
      return;
    }
    const j = feature[node];
    const r = right[node];
    const goesLeft = x[j] < threshold[node] || (defaultLeft[node] === 1 && Number.isNaN(x[j]));
    const hot = goesLeft ? l : r;
    const cold = goesLeft ? r : l;
    const zAbove = z[j];
    const zHot = zAbove * shares[hot];
    const zCold = zAbove * shares[cold];
    const p0 = P[at];
    const p1 = P[at + 1];
    const p2 = P[at + 2];
    const p3 = P[at + 3];
    const next = at + 4;

    if (follows[j] === 0) {
      // The row left this feature's path above: only shares count, and nothing comes to phi.
      const shareHot = shares[hot];
      const shareCold = shares[cold];
      if (left[hot] < 0) S[at] = S[at + 1] = S[at + 2] = S[at + 3] = shareHot * value[hot];
      else {
        P[next] = p0 * shareHot;
        P[next + 1] = p1 * shareHot;
        P[next + 2] = p2 * shareHot;
        P[next + 3] = p3 * shareHot;
        walk(hot, next);
        S[at] = shareHot * S[next];
        S[at + 1] = shareHot * S[next + 1];
        S[at + 2] = shareHot * S[next + 2];
        S[at + 3] = shareHot * S[next + 3];
      }
      if (left[cold] < 0) {
        const leaf = shareCold * value[cold];
        S[at] += leaf;
        S[at + 1] += leaf;
        S[at + 2] += leaf;
        S[at + 3] += leaf;
        return;
      }
      P[next] = p0 * shareCold;
      P[next + 1] = p1 * shareCold;
      P[next + 2] = p2 * shareCold;
      P[next + 3] = p3 * shareCold;
      walk(cold, next);
      S[at] += shareCold * S[next];
      S[at + 1] += shareCold * S[next + 1];
      S[at + 2] += shareCold * S[next + 2];
      S[at + 3] += shareCold * S[next + 3];
      return;
    }

    // Factors below over the factor above, which a repeated feature divides out of P.
    const a = 1 - zAbove;
    const b = 1 - zHot;
    const t0 = t[0];
    const t1 = t[1];
    const t2 = t[2];
    const t3 = t[3];
    const i0 = a === 0 ? 1 : 1 / (zAbove + a * t0);
    const i1 = a === 0 ? 1 : 1 / (zAbove + a * t1);
    const i2 = a === 0 ? 1 : 1 / (zAbove + a * t2);
    const i3 = a === 0 ? 1 : 1 / (zAbove + a * t3);
    const f0 = (zHot + b * t0) * i0;
    const f1 = (zHot + b * t1) * i1;
    const f2 = (zHot + b * t2) * i2;
    const f3 = (zHot + b * t3) * i3;
    const c0 = zCold * (1 - t0) * i0;
    const c1 = zCold * (1 - t1) * i1;
    const c2 = zCold * (1 - t2) * i2;
    const c3 = zCold * (1 - t3) * i3;
    // Leaves, half of the nodes, are read at once.
    let h0 = value[hot];
    let h1 = h0;
    let h2 = h0;
    let h3 = h0;
    if (left[hot] >= 0) {
      z[j] = zHot;
      P[next] = p0 * f0;
      P[next + 1] = p1 * f1;
      P[next + 2] = p2 * f2;
      P[next + 3] = p3 * f3;
      walk(hot, next);
      z[j] = zAbove;
      h0 = S[next];
      h1 = S[next + 1];
      h2 = S[next + 2];
      h3 = S[next + 3];
    }
    let s0 = value[cold];
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    if (left[cold] >= 0) {
      follows[j] = 0;
      P[next] = p0 * c0;
      P[next + 1] = p1 * c1;
      P[next + 2] = p2 * c2;
      P[next + 3] = p3 * c3;
      walk(cold, next);
      follows[j] = 1;
      s0 = S[next];
      s1 = S[next + 1];
      s2 = S[next + 2];
      s3 = S[next + 3];
    }
    phi[j] +=
      p0 * i0 * (h0 * (b - a * f0) - s0 * (zCold + a * c0)) +
      p1 * i1 * (h1 * (b - a * f1) - s1 * (zCold + a * c1)) +
      p2 * i2 * (h2 * (b - a * f2) - s2 * (zCold + a * c2)) +
      p3 * i3 * (h3 * (b - a * f3) - s3 * (zCold + a * c3));
    S[at] = f0 * h0 + c0 * s0;
    S[at + 1] = f1 * h1 + c1 * s1;
    S[at + 2] = f2 * h2 + c2 * s2;
    S[at + 3] = f3 * h3 + c3 * s3;
  }

  const walkTree = quadratureWalks(ensemble, shapes, t, P);
  return (tree, row, addTo) => {
    x = row;
    phi = addTo;
    walkTree(tree, (root) => walk(root, 0));
  };
}

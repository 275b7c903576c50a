import type {TreeEnsemble} from "../trees/types.js";
import {quadratureWalks} from "./quadratureWalks.js";
import {pairIndex} from "./pairIndex.js";
import type {Walker} from "./tableKind.js";
import {treeShape} from "./treeShape.js";

/**
 * Prepares exact path-dependent interaction values of single rows, by the walk of `treeWalker`.
 *
 * In a leaf's game, value × Π (member ? oᵈ : zᵈ), two features of its path interact by
 *
 *   Φᵈᵉ = value / 2 × (oᵈ − zᵈ) (oᵉ − zᵉ) ∫₀¹ Π over k ≠ d, e of (zᵏ + (oᵏ − zᵏ) t) dt
 *       = 1/2 ∫₀¹ gᵈ gᵉ × value × Π over k of (zᵏ + (oᵏ − zᵏ) t) dt, where gᵏ = (oᵏ − zᵏ) / (zᵏ + (oᵏ − zᵏ) t)
 *
 * The walk knows g of every feature on the path. A split on d changes gᵈ, by one amount to either side; this change,
 * times the products of the leaves below, comes to φᵈ, and times gᵉ / 2 to Φᵈᵉ for every other e on the path above.
 *
 * @param shares from `coverShares(ensemble)`
 * @returns a function that adds φᵈ in the places (d, d) of `pairIndex` and Φᵈᵉ in the others; it keeps scratch memory
 *   between calls
 */
export function pairWalker(ensemble: TreeEnsemble, shares: Float64Array): Walker {
  const {starts, feature, threshold, left, right, defaultLeft, value} = ensemble;
  const features = ensemble.features.length;
  const shapes = Array.from({length: starts.length - 1}, (_, tree) => treeShape(ensemble, starts[tree]));
  const levels = shapes.reduce((most, {depth}) => Math.max(most, depth), 0) + 2;
  const places = Int32Array.from({length: features ** 2}, (_, k) => pairIndex(Math.floor(k / features), k % features));
  const t = new Float64Array(4);
  const P = new Float64Array(4 * levels); // by depth: the quadrature's weight × product of the factors above
  const S = new Float64Array(4 * levels); // by depth: sum over the leaves of value × product of the factors below
  const z = new Float64Array(features).fill(1); // share of the path's conditions on a feature so far
  const g = new Float64Array(4 * features);
  const follows = new Uint8Array(features).fill(1); // whether the row meets the conditions
  const onPath = new Uint8Array(features);
  const path = new Int32Array(levels); // the features on it, each once
  let x: Float32Array = new Float32Array(0);
  let pairs: Float64Array = new Float64Array(0);

  /** Writes S of the node at `at`, reading P at `at`; adds to the pairs what the splits below contribute. */
  function walk(node: number, at: number, length: number): void {
    const l = left[node];
    if (l < 0) {
      S[at] = S[at + 1] = S[at + 2] = S[at + 3] = value[node];
      return;
    }
    const j = feature[node];
    const r = right[node];
    const next = at + 4;

    if (follows[j] === 0) {
      // The row left this feature's path above: only shares count, and g stays as it is.
      for (let q = 0; q < 4; q++) P[next + q] = P[at + q] * shares[l];
      walk(l, next, length);
      for (let q = 0; q < 4; q++) {
        S[at + q] = shares[l] * S[next + q];
        P[next + q] = P[at + q] * shares[r];
      }
      walk(r, next, length);
      for (let q = 0; q < 4; q++) S[at + q] += shares[r] * S[next + q];
      return;
    }

    const goesLeft = x[j] < threshold[node] || (defaultLeft[node] === 1 && Number.isNaN(x[j]));
    const hot = goesLeft ? l : r;
    const cold = goesLeft ? r : l;
    const zAbove = z[j];
    const zHot = zAbove * shares[hot];
    const zCold = zAbove * shares[cold];
    const isNew = onPath[j] === 0;
    const below = isNew ? length + 1 : length;
    if (isNew) path[length] = j;
    onPath[j] = 1;
    const own = 4 * j;
    const g0 = g[own];
    const g1 = g[own + 1];
    const g2 = g[own + 2];
    const g3 = g[own + 3];

    z[j] = zHot;
    for (let q = 0; q < 4; q++) {
      const factor = zHot + (1 - zHot) * t[q];
      P[next + q] = (P[at + q] * factor) / (zAbove + (1 - zAbove) * t[q]);
      g[own + q] = (1 - zHot) / factor;
    }
    walk(hot, next, below);
    // What the change of g is worth: first on the row's side, then on the other.
    let c0 = P[next] * S[next] * (g[own] - g0);
    let c1 = P[next + 1] * S[next + 1] * (g[own + 1] - g1);
    let c2 = P[next + 2] * S[next + 2] * (g[own + 2] - g2);
    let c3 = P[next + 3] * S[next + 3] * (g[own + 3] - g3);
    for (let q = 0; q < 4; q++) {
      const above = zAbove + (1 - zAbove) * t[q];
      S[at + q] = ((zHot + (1 - zHot) * t[q]) / above) * S[next + q];
      P[next + q] = (P[at + q] * zCold * (1 - t[q])) / above;
      g[own + q] = -1 / (1 - t[q]);
    }
    follows[j] = 0;
    walk(cold, next, below);
    follows[j] = 1;
    c0 += P[next] * S[next] * (g[own] - g0);
    c1 += P[next + 1] * S[next + 1] * (g[own + 1] - g1);
    c2 += P[next + 2] * S[next + 2] * (g[own + 2] - g2);
    c3 += P[next + 3] * S[next + 3] * (g[own + 3] - g3);
    for (let q = 0; q < 4; q++) S[at + q] += ((zCold * (1 - t[q])) / (zAbove + (1 - zAbove) * t[q])) * S[next + q];

    z[j] = zAbove;
    g[own] = g0;
    g[own + 1] = g1;
    g[own + 2] = g2;
    g[own + 3] = g3;
    if (isNew) onPath[j] = 0;
    const row = j * features;
    pairs[places[row + j]] += c0 + c1 + c2 + c3;
    for (let k = 0; k < length; k++) {
      const e = path[k];
      if (e === j) continue;
      pairs[places[row + e]] += (c0 * g[4 * e] + c1 * g[4 * e + 1] + (c2 * g[4 * e + 2] + c3 * g[4 * e + 3])) / 2;
    }
  }

  const walkTree = quadratureWalks(ensemble, shapes, t, P);
  return (tree, row, addTo) => {
    x = row;
    pairs = addTo;
    walkTree(tree, (root) => walk(root, 0, 0));
  };
}

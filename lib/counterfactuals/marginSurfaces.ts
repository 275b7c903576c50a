import type {TreeEnsemble} from "../trees/types.js";
import type {Candidates} from "./candidates.js";

/** A song's margins, log-odds, as two of its features take all their new values: a row a value of the first. */
export type MarginSurface = (j: number, k: number) => Float64Array;

/**
 * Prepares the exact margins of songs over the new values of any two features, all others staying as they are.
 *
 * With two features free a tree is a sum of rectangles, one a leaf that can be reached. Each adds its value at its
 * corners (with signs); a sum from corner to corner over all trees then gives every margin.
 *
 * @param thresholds where a feature's steps begin, one list a feature: IceCurve.from
 * @param candidates new values, one list a feature
 * @returns a function of a song, one value a feature, NaN where unknown. What it returns answers for this song until it
 *   is asked about another
 */
export function marginSurfaces(
  {features, baseMargin, starts, feature, threshold, left, right, defaultLeft, value}: TreeEnsemble,
  thresholds: readonly ArrayLike<number>[],
  candidates: readonly Candidates[]
): (x: Float32Array) => MarginSurface {
  const trees = starts.length - 1;
  const splits = features.map(() => new Uint8Array(trees)); // whether a tree reads a feature
  const cut = new Int32Array(feature.length); // how many of its feature's new values go left at a node
  const leftOf = candidates.map(({step}, j) => leftCounts(step, thresholds[j]));
  for (let t = 0; t < trees; t++) {
    for (let node = starts[t]; node < starts[t + 1]; node++) {
      const j = feature[node];
      if (left[node] < 0) continue;
      splits[j][t] = 1;
      cut[node] = leftOf[j].get(threshold[node])!;
    }
  }
  const next = new Int32Array(feature.length); // where the song goes at a node
  const leaf = new Float64Array(trees); // that it finds
  const widest = Math.max(0, ...candidates.map(({step}) => step.length)) + 1;
  const corners = new Float64Array(widest * widest);
  let stride = 0;
  let first = 0;
  let second = 0;

  /** Adds what values a .. b − 1 of the first feature and c .. d − 1 of the second find below a node. */
  function visit(node: number, a: number, b: number, c: number, d: number): void {
    for (let j = feature[node]; j >= 0; j = feature[node]) {
      if (j === first) {
        const at = cut[node];
        if (at >= b) node = left[node];
        else if (at <= a) node = right[node];
        else {
          visit(left[node], a, at, c, d);
          a = at;
          node = right[node];
        }
      } else if (j === second) {
        const at = cut[node];
        if (at >= d) node = left[node];
        else if (at <= c) node = right[node];
        else {
          visit(left[node], a, b, c, at);
          c = at;
          node = right[node];
        }
      } else node = next[node];
    }
    const v = value[node];
    corners[a * stride + c] += v;
    corners[a * stride + d] -= v;
    corners[b * stride + c] -= v;
    corners[b * stride + d] += v;
  }

  return (x) => {
    for (let node = 0; node < next.length; node++) {
      const xj = x[feature[node]];
      next[node] = (Number.isNaN(xj) ? defaultLeft[node] === 1 : xj < threshold[node]) ? left[node] : right[node];
    }
    for (let t = 0; t < trees; t++) {
      let node = starts[t];
      while (feature[node] >= 0) node = next[node];
      leaf[t] = value[node];
    }
    return (j, k) => {
      const rows = candidates[j].step.length;
      const columns = candidates[k].step.length;
      [first, second, stride] = [j, k, columns + 1];
      corners.fill(0, 0, (rows + 1) * stride);
      let rest = baseMargin;
      for (let t = 0; t < trees; t++) {
        if (splits[j][t] === 1 || splits[k][t] === 1) visit(starts[t], 0, rows, 0, columns);
        else rest += leaf[t];
      }
      const margins = new Float64Array(rows * columns);
      const above = new Float64Array(columns).fill(rest);
      for (let a = 0; a < rows; a++) {
        let inRow = 0;
        for (let c = 0; c < columns; c++) {
          inRow += corners[a * stride + c];
          margins[a * columns + c] = above[c] += inRow;
        }
      }
      return margins;
    };
  };
}

/** Of each threshold: how many of the new values, given by their steps, lie below it. */
function leftCounts(step: Int32Array, thresholds: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  let below = 0;
  for (let k = 1; k < thresholds.length; k++) {
    while (below < step.length && step[below] < k) below++;
    counts.set(thresholds[k], below);
  }
  return counts;
}

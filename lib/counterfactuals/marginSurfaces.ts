import type {IceCurve} from "../trees/iceCurves.js";
import type {TreeEnsemble} from "../trees/types.js";
import type {Candidates} from "./candidates.js";

/** A song's margins, log-odds, as two of its features take all their new values: a row a value of the first.
 * Longer than it needs to be, and overwritten by the next. */
export type MarginSurface = (j: number, k: number) => Float64Array;

/** One value a feature, NaN where unknown, and what the trees make of them. */
interface PlacedSong {
  readonly x: Float32Array;
  readonly margin: number; // log-odds
}

/**
 * Prepares the exact margins of songs over the new values of any two features, all others staying as they are.
 *
 * m(a, b) = m(a) + m(b) − m + I(a, b). The margins of one new value are on the song's ICE curves. I, what two do only
 * together, is a sum over leaves, each with an interval of every feature on its path. Let D be the features whose
 * interval the song misses. A leaf of value v adds, where A and B are whether new values of j and k lie in its intervals,
 *
 *   to the pair D = {j, k}: v A B;   with D = {j}, to j and each k: v A (B − 1);   with D = ∅, to all pairs: v (A − 1)(B − 1)
 *
 * and leaves that miss in more add nothing. All are rectangles: one walk of the trees adds v to their corners for all
 * pairs, and sums from corner to corner give a surface.
 *
 * @param thresholds where a feature's steps begin, one list a feature: IceCurve.from
 * @param candidates new values, one list a feature
 * @returns a function of a song, its margin and its ICE curves; what it returns answers for j < k and for this song alone,
 *   until it is asked about another
 */
export function marginSurfaces(
  {features, starts, feature, threshold, left, right, defaultLeft, value}: TreeEnsemble,
  thresholds: readonly ArrayLike<number>[],
  candidates: readonly Candidates[]
): (song: PlacedSong, curves: readonly IceCurve[]) => MarginSurface {
  const width = features.length;
  const count = Int32Array.from(candidates, ({step}) => step.length);
  const leftOf = candidates.map(({step}, j) => leftCounts(step, thresholds[j]));
  const cut = Int32Array.from(feature, (j, node) => (j < 0 ? 0 : leftOf[j].get(threshold[node])!)); // that go left
  const offset = new Int32Array(width * width); // of a pair's corners, j < k
  let size = 0;
  for (let j = 0; j < width; j++) {
    for (let k = j + 1; k < width; k++) {
      offset[j * width + k] = size;
      size += (count[j] + 1) * (count[k] + 1);
    }
  }
  const corners = new Float64Array(size);
  const widest = Math.max(0, ...count);
  const margins = new Float64Array(widest * widest);
  const together = new Float64Array(widest); // what two features do only together, in the last row
  const goesLeft = new Uint8Array(feature.length); // whether the song does at a node
  const low = new Int32Array(width); // new values low .. high − 1 of a feature find the node that is visited
  const high = new Int32Array(width);
  const path = new Int32Array(width); // features it was found by
  const onPath = new Uint8Array(width);
  let length = 0;
  let first = -1; // of the features that the song misses it by
  let second = -1;

  /** Adds v where new values a .. b − 1 of feature j meet c .. d − 1 of feature k. */
  function add(j: number, k: number, a: number, b: number, c: number, d: number, v: number): void {
    if (j > k) return add(k, j, c, d, a, b, v);
    const stride = count[k] + 1;
    const top = offset[j * width + k] + a * stride;
    const bottom = top + (b - a) * stride;
    corners[top + c] += v;
    corners[top + d] -= v;
    corners[bottom + c] -= v;
    corners[bottom + d] += v;
  }

  function visitLeaf(v: number): void {
    if (second >= 0) return add(first, second, low[first], high[first], low[second], high[second], v);
    for (let n = 0; n < length; n++) {
      const k = path[n];
      if (k === first || high[k] - low[k] === count[k]) continue;
      if (first >= 0) {
        add(first, k, low[first], high[first], 0, count[k], -v);
        add(first, k, low[first], high[first], low[k], high[k], v);
        continue;
      }
      for (let m = 0; m < n; m++) {
        const j = path[m];
        if (high[j] - low[j] === count[j]) continue;
        add(j, k, 0, count[j], 0, count[k], v);
        add(j, k, low[j], high[j], 0, count[k], -v);
        add(j, k, 0, count[j], low[k], high[k], -v);
        add(j, k, low[j], high[j], low[k], high[k], v);
      }
    }
  }

  /** Visits a child whose new values of feature j are a .. b − 1; the song is there too, or it misses it by j. */
  function visitChild(node: number, j: number, a: number, b: number, hasSong: boolean): void {
    const missed = j === first || j === second;
    if ((missed || !hasSong) && (a >= b || (!missed && second >= 0))) return;
    const firstBefore = first;
    const secondBefore = second;
    if (!missed && !hasSong) {
      if (first < 0) first = j;
      else second = j;
    }
    low[j] = a;
    high[j] = b;
    visit(node);
    first = firstBefore;
    second = secondBefore;
  }

  function visit(node: number): void {
    const j = feature[node];
    if (j < 0) return visitLeaf(value[node]);
    const a = low[j];
    const b = high[j];
    const isNew = onPath[j] === 0;
    if (isNew) path[length++] = j;
    onPath[j] = 1;
    const at = Math.min(b, Math.max(a, cut[node]));
    visitChild(left[node], j, a, at, goesLeft[node] === 1);
    visitChild(right[node], j, at, b, goesLeft[node] === 0);
    low[j] = a;
    high[j] = b;
    if (!isNew) return;
    onPath[j] = 0;
    length--;
  }

  return ({x, margin}, curves) => {
    for (let node = 0; node < feature.length; node++) {
      const xj = x[feature[node]];
      goesLeft[node] = Number.isNaN(xj) ? defaultLeft[node] : Number(xj < threshold[node]);
    }
    corners.fill(0);
    high.set(count);
    for (let t = 0; t + 1 < starts.length; t++) visit(starts[t]);
    const alone = candidates.map(({step}, j) => Float64Array.from(step, (at) => curves[j].margin[at]));
    return (j, k) => {
      const rows = count[j];
      const columns = count[k];
      const byRow = alone[j];
      const byColumn = alone[k];
      const above = together.fill(0, 0, columns);
      for (let a = 0, i = 0, corner = offset[j * width + k]; a < rows; a++, corner++) {
        const ofRow = byRow[a] - margin;
        let inRow = 0;
        for (let c = 0; c < columns; c++, i++, corner++) {
          inRow += corners[corner];
          above[c] += inRow;
          margins[i] = ofRow + byColumn[c] + above[c];
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

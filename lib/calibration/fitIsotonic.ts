import {checkPredictions} from "../metrics/checkPredictions.js";
import {thresholdCounts} from "../metrics/thresholdCounts.js";
import type {IsotonicMap} from "./types.js";

/** Neighbouring values of p that get one share of hits. */
interface Block {
  from: number; // least p
  readonly to: number; // greatest p
  hits: number;
  rows: number;
}

/**
 * Isotonic regression: the share of hits as a function of p that never falls and misses the outcomes least.
 *
 * Pool adjacent violators: from the least p up, a block whose share of hits is not above the one before is pooled with
 * it; rows of one p are one block to begin with. Only the ends of the blocks are kept.
 *
 * @param p probabilities of 1, n values in [0, 1]
 * @param y outcomes, n values, each 0 or 1
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 * @see Ayer et al. 1955, Annals of Mathematical Statistics 26(4); for probabilities: Zadrozny and Elkan 2002, KDD 8;
 *   the same as scikit-learn's IsotonicRegression
 */
export function fitIsotonic(p: ArrayLike<number>, y: ArrayLike<number>): IsotonicMap {
  checkPredictions("fitIsotonic", y, p);
  const {threshold, tp, fp} = thresholdCounts(y, p);
  const blocks: Block[] = [];
  for (let t = threshold.length - 1; t >= 0; t--) {
    const [hitsAbove, flopsAbove] = t === 0 ? [0, 0] : [tp[t - 1], fp[t - 1]];
    const hits = tp[t] - hitsAbove;
    const block = {from: threshold[t], to: threshold[t], hits, rows: hits + fp[t] - flopsAbove};
    for (
      let below = blocks.at(-1);
      below && below.hits * block.rows >= block.hits * below.rows;
      below = blocks.at(-1)
    ) {
      block.from = below.from;
      block.hits += below.hits;
      block.rows += below.rows;
      blocks.pop();
    }
    blocks.push(block);
  }
  const points = blocks.flatMap(({from, to, hits, rows}) =>
    (from === to ? [from] : [from, to]).map((x) => ({x, y: hits / rows}))
  );
  return {format: "trackoracle-isotonic/1", x: points.map((point) => point.x), y: points.map((point) => point.y)};
}

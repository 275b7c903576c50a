import {takeValues} from "../columns.js";
import {learnFrom, type LearnRule} from "../calibration/learnFrom.js";
import {conformalScores} from "./conformalScores.js";
import {conformalThreshold} from "./conformalThreshold.js";
import {verdictOf} from "./verdictOf.js";

export interface ConformalRequest {
  readonly y: ArrayLike<number>; // outcomes, n values, each 0 or 1
  readonly p: ArrayLike<number>; // probabilities of 1, n values in [0, 1], out of fold
  readonly parts: ArrayLike<number>; // number of each row's part: the fold it was tested in, or its decade
  readonly rule: LearnRule; // which parts a part's threshold is learned from
  readonly errorRate: number; // promised at most, in (0, 1)
}

/** A verdict a row. */
export interface ConformalVerdicts {
  readonly verdict: Int8Array; // 1 hit, 0 flop, -1 cannot tell
  readonly covered: Uint8Array; // 1 where the verdict does not rule out the label
  readonly counted: Uint8Array; // 0 where there was nothing to learn from; the verdict is -1 there and proves nothing
}

/**
 * Verdicts that are wrong at most at a promised rate: each part is judged by a threshold learned from other parts.
 *
 * The promise holds if rows learned from and judged are exchangeable: alike but for chance. Folds are; decades are
 * not quite, and what is measured says how far. (Each fold's p come from a model of its own, which costs the promise
 * its proof but, measured, not its truth.)
 *
 * @throws RangeError if n is 0, lengths differ, a value is out of range, or a part is NaN
 * @see Vovk 2015, Annals of Mathematics and Artificial Intelligence 74 (cross-conformal predictors)
 */
export function conformalVerdicts({y, p, parts, rule, errorRate}: ConformalRequest): ConformalVerdicts {
  const scores = conformalScores(y, p);
  if (parts.length !== y.length) {
    throw new RangeError(`conformalVerdicts requires equal lengths; got y ${y.length}, parts ${parts.length}`);
  }
  const verdict = new Int8Array(y.length).fill(-1);
  const covered = new Uint8Array(y.length).fill(1);
  const counted = new Uint8Array(y.length);
  for (const {rows, from} of learnFrom(parts, rule)) {
    if (from.length === 0) continue;
    const threshold = conformalThreshold(takeValues(scores, from), errorRate);
    for (const row of rows) {
      verdict[row] = verdictOf(p[row], threshold);
      covered[row] = verdict[row] === -1 || verdict[row] === y[row] ? 1 : 0;
      counted[row] = 1;
    }
  }
  return {verdict, covered, counted};
}

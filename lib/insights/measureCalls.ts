import {shiftPrior} from "../calibration/shiftPrior.js";
import type {Estimate} from "../metrics/types.js";
import {bootstrapEstimates, type BootstrapOptions} from "./bootstrapEstimates.js";

/** What a model's surest calls come to. */
export interface Calls {
  readonly threshold: number; // probability from which on a track is called
  readonly called: number; // tracks
  readonly atRates: readonly RatedCalls[]; // by falling share of hits, the study's own first
  readonly sure: Estimate; // share of tracks it is as sure of, either way
  readonly wrong: Estimate; // share of those it is wrong about
}

/** The calls where a given share of the songs are hits. */
export interface RatedCalls {
  readonly rate: number;
  readonly precision: Estimate; // share of hits among the songs called
  readonly means: number; // what the threshold's probability becomes
}

interface Judged {
  readonly y: ArrayLike<number>; // outcomes, 0 or 1
  readonly p: ArrayLike<number>; // probabilities out of fold
  readonly artist: ArrayLike<number>;
}

interface CallsOptions extends BootstrapOptions {
  readonly threshold: number; // above .5
  readonly rates: readonly number[]; // shares of hits assumed, below the study's
}

/**
 * The surest calls, in the study and where hits are rarer: a precision is moved there like a probability, for hits and
 * flops are assumed to be called as often as here.
 *
 * @returns null where there are no such calls, or too few for an interval
 */
export function measureCalls({y, p, artist}: Judged, {threshold, rates, ...options}: CallsOptions): Calls | null {
  const rows = Array.from({length: y.length}, (_, i) => i);
  const hits = rows.filter((i) => y[i] === 1).length;
  if (hits === 0 || hits === y.length) return null;
  const share = hits / y.length;
  const all = [share, ...rates.filter((rate) => rate < share)];
  const estimates = bootstrapEstimates(
    artist,
    (weight) => {
      let [total, said, right, denied, missed] = [0, 0, 0, 0, 0];
      for (const i of rows) {
        total += weight[i];
        if (p[i] >= threshold) [said, right] = [said + weight[i], right + weight[i] * y[i]];
        else if (1 - p[i] >= threshold) [denied, missed] = [denied + weight[i], missed + weight[i] * y[i]];
      }
      const precision = right / said;
      const shifted = all.map((rate) => (said > 0 ? shiftPrior(precision, share, rate) : NaN));
      return [...shifted, (said + denied) / total, (said - right + missed) / (said + denied)];
    },
    options
  );
  const precisions = estimates.slice(0, all.length).filter((estimate) => estimate !== null);
  const [sure, wrong] = estimates.slice(all.length);
  if (precisions.length < all.length || !sure || !wrong) return null;
  const atRates = all.map((rate, k) => ({
    rate,
    precision: precisions[k],
    means: shiftPrior(threshold, share, rate)
  }));
  return {threshold, called: rows.filter((i) => p[i] >= threshold).length, atRates, sure, wrong};
}

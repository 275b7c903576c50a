import type {Estimate, NoEstimate} from "../metrics/types.js";

/**
 * What pages/hot100.json holds: what became of the hits on the Billboard Hot 100, for description alone.
 *
 * `absent`: no list of its songs is there; `synthetic`: made-up tracks are on no chart; `popularity`: the study's hits
 * are told by popularity, not by a chart; `unexamined`: nobody told how the model ranks them.
 */
export type Hot100Data = {readonly status: "absent" | "synthetic" | "popularity"} | Hot100Joined;

export interface Hot100Joined {
  readonly status: "joined" | "unexamined"; // unexamined: then `ranking` is null
  readonly songs: number; // in the list
  readonly join: Hot100Join;
  readonly ranking: Hot100Ranking | null;
}

export interface Hot100Join {
  readonly hits: number; // tracks
  readonly hitsFound: number;
  readonly hitsInDecade: number; // of those found, on the chart in the track's decade
  readonly flops: number;
  readonly flopsFound: number; // although a flop was on no chart in its decade
  readonly flopsInDecade: number;
  readonly several: number; // tracks that more than one song of the list could be
}

/** How the boosted trees rank the hits that were found: out of fold, on artists they had not heard. */
export interface Hot100Ranking {
  readonly peaks: readonly Hot100Group[];
  readonly weeks: readonly Hot100Group[];
  readonly byPeak: Estimate | NoEstimate; // rank correlation of the probability with a better peak
  readonly byWeeks: Estimate | NoEstimate; // with more weeks on the chart
  readonly numberOnes: number; // tracks
  readonly oneWeek: number; // tracks on the chart for a single week
  readonly auc: Estimate | NoEstimate; // of number ones against those
  readonly withinDecade: Estimate | NoEstimate; // the same over pairs of one decade
}

/** Hits with a peak, or a number of weeks, in a range. */
export interface Hot100Group {
  readonly from: number;
  readonly to: number | null; // null: no end
  readonly tracks: number;
  readonly p: Estimate; // mean probability of a hit
}

import type {Difference, Estimate, NoEstimate} from "../metrics/types.js";
import type {LabelWords} from "./LabelWords.js";

/** What pages/genres.json holds: hit models by genre beside the one of all. */
export interface GenresData {
  readonly study: GenreStudy | null; // null where no tracks with genres are there; then all else is empty
  readonly refusal: string | null; // why nothing could be examined
  readonly ways: readonly WayResult[]; // on all tracks of all genres that are examined
  readonly large: readonly WayResult[]; // on the genres large enough for a model of their own; empty where none is
  readonly gains: readonly WayGain[]; // of the shared models over each other way
  readonly drivers: readonly GenreDriver[];
  readonly alike: number; // correlation of a genre's tracks by one artist, beyond their sound; in [0, 1)
  readonly genres: readonly GenreResult[]; // by falling AUC of the shared models; those not examined last, by size
  readonly rules: GenreRules;
}

/** Which tracks the page speaks of. */
export interface GenreStudy {
  readonly name: string;
  readonly isSite: boolean; // the tracks of the site's other pages
  readonly synthetic: boolean;
  readonly hash: string; // 12 hexadecimal digits, see Provenance
  readonly label: LabelWords;
  readonly tracks: number;
  readonly hits: number;
  readonly rows: number; // a track counts once in each of its genres
}

/** What a genre needs. */
export interface GenreRules {
  readonly fewestOfEach: number; // hits, and flops, that an examined genre has
  readonly fewestArtists: number; // with hits, and with flops
  readonly largeOfEach: number; // hits, and flops, that a genre with a model of its own has
}

/**
 * Ways to predict a genre's hits: `blind` one model that is not told the genre, `known` one that is, `shared` each
 * genre's own corrections, shrunk to those of all, `own` trees from the genre's tracks alone.
 */
export type Way = "blind" | "known" | "shared" | "own";

export interface WayResult {
  readonly way: Way;
  readonly all: Estimate | NoEstimate; // AUC over all pairs of a hit and a flop
  readonly within: Estimate | NoEstimate; // AUC over pairs of one genre, judged by one fold's models
}

export interface WayGain {
  readonly over: Way;
  readonly where: "all" | "large"; // the genres compared on
  readonly within: Difference | null;
}

/** A feature's slope over genres: log-odds of a hit a standard deviation, the other features held. */
export interface GenreDriver {
  readonly feature: string;
  readonly mean: Estimate; // over genres
  readonly spread: number; // standard deviation over genres
}

export interface GenreResult {
  readonly name: string; // hostile text
  readonly tracks: number;
  readonly hits: number;
  readonly artists: number;
  readonly share: Estimate; // of hits; Wilson's interval
  readonly examined: boolean; // enough hits and flops by enough artists
  readonly auc: Readonly<Record<Exclude<Way, "own">, Estimate | NoEstimate>>; // within the genre; none if not examined
  readonly own: Estimate | NoEstimate;
  readonly gain: Difference | null; // AUC of shared minus blind
  readonly slopes: readonly Estimate[]; // one a driver, shrunk
}

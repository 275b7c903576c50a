import {CannotFit} from "../../lib/CannotFit.js";
import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {genreCounts} from "../../lib/genres/genreCounts.js";
import {genreShares} from "../../lib/genres/genreShares.js";
import {rowsOfGenres} from "../../lib/genres/rowsOfGenres.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {predictMargins} from "../../lib/trees/predictMargins.js";
import {defineStage} from "../store/stage.js";
import type {GenreTracks} from "./genreTracks.js";

/** Margins of the rows that a fold tests, by models that learned from the other folds. */
export interface GenreFold {
  readonly fold: number; // 1 ..
  readonly rows: Int32Array; // of GenreTracks, ascending
  readonly blind: Float64Array; // log-odds by trees that are not told the genre
  readonly known: Float64Array; // by trees that are told the share of hits in the genre
  readonly own: Float64Array; // by trees of the genre's tracks alone; NaN where it is not large enough
}

interface Options {
  readonly fold: number; // 1 ..
  readonly pooled: BoostedOptions; // trees of all genres
  readonly own: BoostedOptions; // trees of one genre
  readonly largeOfEach: number; // hits, and flops, that a genre with trees of its own has
}

/** Fits the trees of one fold and asks them about its tracks; null where there is nothing to examine. */
export default defineStage(
  ({tracks}: {tracks: GenreTracks | null}, options: Options, {onProgress}): GenreFold | null => {
    if (!tracks || tracks.refusal) return null;
    const {X, label, artist, fold, names, track, genre} = tracks;
    const [asked, learned] = [track.keys(), track.keys()].map((keys, i) =>
      Int32Array.from(keys).filter((row) => (fold[track[row]] === options.fold) === (i === 0))
    );
    const y = takeValues(label, track);
    const fit = (
      columns: Columns,
      rows: Int32Array,
      labels: Uint8Array,
      groups: Int32Array,
      settings: BoostedOptions
    ) => fitBoosted(takeRows(columns, rows), takeValues(labels, rows), {...settings, groups: takeValues(groups, rows)});

    const learnedTracks = Int32Array.from(label.keys()).filter((t) => fold[t] !== options.fold);
    const blind = fit(X, learnedTracks, label, artist, options.pooled);
    onProgress(0.4);

    const shares = genreShares(takeValues(y, learned), takeValues(genre, learned), names.length);
    const ofRows = takeRows(X, track);
    const told = {
      names: [...ofRows.names, "genre"],
      columns: [...ofRows.columns, Float32Array.from(genre, (g) => shares[g])],
      length: ofRows.length
    };
    const artists = takeValues(artist, track);
    const known = fit(told, learned, y, artists, options.pooled);
    onProgress(0.8);

    const own = new Float64Array(asked.length).fill(NaN);
    const [learnedOf, askedOf] = [learned, asked].map((rows) => rowsOfGenres(takeValues(genre, rows), names.length));
    const {hits, flops} = genreCounts(y, genre, names.length);
    for (const g of names.keys()) {
      if (Math.min(hits[g], flops[g]) < options.largeOfEach) continue;
      const trees = attempt(() => fit(ofRows, takeValues(learned, learnedOf[g]), y, artists, options.own));
      if (!trees) continue;
      const margins = predictMargins(trees, takeRows(ofRows, takeValues(asked, askedOf[g])));
      askedOf[g].forEach((at, i) => (own[at] = margins[i]));
    }
    return {
      fold: options.fold,
      rows: asked,
      blind: predictMargins(blind, takeRows(ofRows, asked)),
      known: predictMargins(known, takeRows(told, asked)),
      own
    };
  }
);

/** What was fitted; null where the rows hold too little. */
function attempt<T>(fit: () => T): T | null {
  try {
    return fit();
  } catch (error) {
    if (error instanceof CannotFit) return null;
    throw error;
  }
}

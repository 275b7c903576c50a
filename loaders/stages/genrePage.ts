import {takeValues} from "../../lib/columns.js";
import {compareWithin, withinAuc} from "../../lib/genres/withinAuc.js";
import {designOf} from "../../lib/genres/designOf.js";
import {driverColumns} from "../../lib/genres/driverColumns.js";
import {fitWeighted} from "../../lib/genres/fitWeighted.js";
import {genreCounts} from "../../lib/genres/genreCounts.js";
import {rowsOfGenres} from "../../lib/genres/rowsOfGenres.js";
import {sharedMargins} from "../../lib/genres/sharedMargins.js";
import {aucInterval} from "../../lib/metrics/aucInterval.js";
import type {Estimate, NoEstimate} from "../../lib/metrics/types.js";
import {wilsonInterval, Z95} from "../../lib/metrics/wilsonInterval.js";
import {sigmoid} from "../../lib/sigmoid.js";
import type {GenreResult, GenreRules, GenresData, Way, WayResult} from "../../lib/wire/GenresData.js";
import {defineStage} from "../store/stage.js";
import {commonMargins, foldMargins} from "./genreMargins.js";
import type {GenreTracks} from "./genreTracks.js";
import {roundNumbers} from "./roundNumbers.js";

const DIGITS = 4; // significant

interface Needs {
  readonly tracks: GenreTracks | null;
  readonly [part: string]: unknown; // fold1, fold2, .., pair1, pair2, ..
}
interface Options {
  readonly rules: GenreRules;
}

/** How hits of each genre are told, and what goes with them, for genres.md. */
export default defineStage(({tracks, ...parts}: Needs, {rules}: Options): GenresData => {
  const none = {ways: [], large: [], gains: [], drivers: [], alike: 0, genres: [], rules};
  if (!tracks) return {study: null, refusal: null, ...none};
  const {study, refusal, names, track, genre} = tracks;
  if (refusal !== null) return {study, refusal, ...none};

  const part = takeValues(tracks.fold, track);
  const rows = {
    y: takeValues(tracks.label, track),
    genre,
    artist: takeValues(tracks.artist, track),
    genres: names.length
  };
  const columns = driverColumns(tracks.X);
  const ofRows = columns.map(({values}) => takeValues(values, track));
  const everyRow = Int32Array.from(track.keys());
  const {fit, alike} = fitWeighted(designOf(ofRows, everyRow), rows);

  const margins = foldMargins(parts, track.length);
  const shared = sharedMargins(rows, part, commonMargins(parts, margins.blind), ofRows);
  const p: Record<Way, Float64Array> = {
    blind: margins.blind.map(sigmoid),
    known: margins.known.map(sigmoid),
    shared: shared.map(sigmoid),
    own: margins.own.map(sigmoid)
  };

  const {hits, flops} = genreCounts(rows.y, genre, names.length);
  const byGenre = rowsOfGenres(genre, names.length);
  const artistsWith = (g: number, label: number) =>
    new Set(takeValues(rows.artist, byGenre[g].filter((row) => rows.y[row] === label))).size; // prettier-ignore
  const examined = names.map(
    (_, g) =>
      Math.min(hits[g], flops[g]) >= rules.fewestOfEach &&
      Math.min(artistsWith(g, 0), artistsWith(g, 1)) >= rules.fewestArtists
  );
  const isLarge = (g: number) => examined[g] && byGenre[g].every((row) => !Number.isNaN(p.own[row]));
  const examinedRows = everyRow.filter((row) => examined[genre[row]]);
  const largeRows = everyRow.filter((row) => isLarge(genre[row]));

  /** Two models' pairs of one genre, asked of the same fold: margins of two folds are on scales of their own. */
  const stratum = Int32Array.from(genre, (g, row) => g * 256 + part[row]);
  const judged = (of: Int32Array) => [takeValues(stratum, of), takeValues(rows.artist, of)] as const;
  const within = (way: Way, of: Int32Array): Estimate | NoEstimate =>
    of.length === 0 ? NONE : withinAuc(takeValues(rows.y, of), takeValues(p[way], of), ...judged(of));
  const gain = (over: Way, of: Int32Array) =>
    of.length === 0 ? null : compareWithin(takeValues(rows.y, of), takeValues(p.shared, of), takeValues(p[over], of), ...judged(of)); // prettier-ignore
  const result = (way: Way, of: Int32Array): WayResult => ({
    way,
    all: of.length === 0 ? NONE : aucInterval(takeValues(rows.y, of), takeValues(p[way], of), takeValues(rows.artist, of)), // prettier-ignore
    within: within(way, of)
  });

  const genres = names.map((name, g): GenreResult => {
    const own = byGenre[g];
    const [low, high] = wilsonInterval(hits[g], own.length);
    const asked = examined[g] ? own : new Int32Array(0);
    return {
      name,
      tracks: own.length,
      hits: hits[g],
      artists: new Set(takeValues(rows.artist, own)).size,
      share: {value: hits[g] / own.length, low, high},
      examined: examined[g],
      auc: {blind: within("blind", asked), known: within("known", asked), shared: within("shared", asked)},
      own: isLarge(g) ? within("own", own) : NONE,
      gain: gain("blind", asked),
      slopes: columns.map((_, j) => slope(fit.effect, fit.error, g * fit.width + j + 1))
    };
  });
  const order = (one: GenreResult) => (one.auc.shared.value === null ? one.tracks / 1e9 - 1 : one.auc.shared.value);
  return {
    study,
    refusal,
    rules,
    ...roundNumbers(
      {
        ways: (["blind", "known", "shared"] as const).map((way) => result(way, examinedRows)),
        large:
          largeRows.length === 0
            ? []
            : (["blind", "known", "shared", "own"] as const).map((way) => result(way, largeRows)),
        gains: [
          {over: "blind", where: "all", within: gain("blind", examinedRows)},
          {over: "known", where: "all", within: gain("known", examinedRows)},
          {over: "own", where: "large", within: gain("own", largeRows)}
        ],
        drivers: columns.map(({name}, j) => ({
          feature: name,
          mean: slope(fit.mean, fit.meanError, j + 1),
          spread: fit.spread[j + 1]
        })),
        alike
      },
      DIGITS
    ),
    genres: genres
      .sort((a, b) => order(b) - order(a))
      .map((one) => ({...roundNumbers(one, DIGITS), tracks: one.tracks, hits: one.hits, artists: one.artists}))
  };
});

const NONE: NoEstimate = {value: null, low: null, high: null};

function slope(values: Float64Array, errors: Float64Array, at: number): Estimate {
  const half = Z95 * errors[at];
  return {value: values[at], low: values[at] - half, high: values[at] + half};
}

import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {InputError} from "../../lib/csv/InputError.js";
import {artistKey} from "../../lib/exams/artistKey.js";
import {assignFolds} from "../../lib/exams/assignFolds.js";
import {groupIndex} from "../../lib/metrics/groupIndex.js";
import type {GenreStudy} from "../../lib/wire/GenresData.js";
import {defineStage} from "../store/stage.js";
import type {Located} from "../tracks/locateTracks.js";
import {readDataset} from "../tracks/readDataset.js";
import type {Dataset} from "../tracks/types.js";

/** Tracks with genres, as fits need them. A row is a track in one of its genres. */
export interface GenreTracks {
  readonly study: GenreStudy;
  readonly refusal: string | null; // why they cannot be examined; then `fold` is empty
  readonly X: Columns; // one row a track
  readonly label: Uint8Array; // of each track
  readonly artist: Int32Array; // number of each track's artist, the first-named of several
  readonly fold: Uint8Array; // that tests each track, 1 ..; an artist is in one
  readonly names: readonly string[]; // of the genres
  readonly track: Int32Array; // of each row
  readonly genre: Int32Array; // of each row
}

interface Options {
  readonly side: Located | null; // tracks beside the study, taken where the study tells no genres
  readonly folds: number;
  readonly seed: number;
}

/** The tracks that genres.md speaks of: the study's own, else those beside it; null where neither tells genres. */
export default defineStage(
  async ({dataset}: {dataset: Dataset}, {side, folds, seed}: Options): Promise<GenreTracks | null> => {
    if (dataset.raw.genre) return tracksOf(dataset, true, folds, seed);
    if (!side) return null;
    const beside = await readDataset(side);
    if (beside.raw.genre) return tracksOf(beside, false, folds, seed);
    throw new InputError(`expected tracks with genres; got ${beside.provenance.study}`, {file: side.files[0]});
  }
);

function tracksOf({raw, clean, provenance}: Dataset, isSite: boolean, folds: number, seed: number): GenreTracks {
  const trackOf = new Map(Array.from(clean, (row, track) => [raw.uri[row], track]));
  const said = new Set<string>();
  const rows: {track: number; name: string}[] = [];
  raw.genre!.forEach((text, row) => {
    const [track, name] = [trackOf.get(raw.uri[row]), text.trim()];
    if (track === undefined || name === "" || said.has(`${track} ${name}`)) return;
    said.add(`${track} ${name}`);
    rows.push({track, name});
  });
  const names = [...new Set(rows.map(({name}) => name))].sort();
  const numberOf = new Map(names.map((name, g) => [name, g]));
  const genre = Int32Array.from(rows, ({name}) => numberOf.get(name)!);
  const track = Int32Array.from(rows, (row) => row.track);
  const label = takeValues(raw.label, clean);
  const artist = groupIndex(Array.from(clean, (row) => artistKey(raw.artist[row]))).index;
  const first = new Int32Array(clean.length).fill(-1); // a genre of each track, for balance
  track.forEach((t, row) => (first[t] = first[t] < 0 ? genre[row] : first[t]));
  const [hits, flops] = [1, 0].map((value) => new Set(artist.filter((_, i) => label[i] === value)).size);
  const refusal =
    Math.min(hits, flops) < folds
      ? `it takes hits by ${folds} artists and flops by as many; there are ${hits} and ${flops}`
      : null;
  const {study: name, synthetic, hash, label: words, tracks, hits: ofTracks} = provenance;
  return {
    study: {name, isSite, synthetic, hash, label: words, tracks, hits: ofTracks, rows: rows.length},
    refusal,
    X: takeRows(raw.X, clean),
    label,
    artist,
    fold: refusal
      ? new Uint8Array(0)
      : assignFolds({label, groups: artist, strata: first, folds, seed}).map((k) => k + 1),
    names,
    track,
    genre
  };
}

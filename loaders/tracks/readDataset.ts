import {basename, dirname} from "node:path";
import {InputError} from "../../lib/csv/InputError.js";
import {drawDemo} from "../demo/drawDemo.js";
import {readDemo} from "../demo/readDemo.js";
import {HIT_PREDICTOR_LABEL} from "./adapters/hitPredictorLabel.js";
import {cleanTracks} from "./cleanTracks.js";
import {datasetHash} from "./datasetHash.js";
import type {Located} from "./locateTracks.js";
import {readTrackFile} from "./readTrackFile.js";
import {trackTableBuilder} from "./trackTableBuilder.js";
import type {Dataset, Provenance, TrackTable} from "./types.js";

export interface ReadDatasetOptions {
  onProgress?: (progress: {file: string; rows: number}) => void; // rows read of that file so far
}

/**
 * Reads the tracks that `locateTracks` found, or draws the demo, and cleans them.
 *
 * Every row read is either kept or counted in `provenance.dropped`: rows = tracks + the sum of dropped.
 *
 * @throws InputError if a file cannot be used, or hits or flops are wanting
 */
export async function readDataset(located: Located, {onProgress}: ReadDatasetOptions = {}): Promise<Dataset> {
  if (located.source === "demo") return demoDataset(located);
  const builder = trackTableBuilder();
  const dropped: Record<string, number> = {};
  const files: Provenance["files"][number][] = [];
  let study: string | undefined;
  for (const path of located.files) {
    const file = await readTrackFile(path, builder, (rows) => onProgress?.({file: basename(path), rows}));
    study ??= file.study;
    if (file.study !== study)
      throw new InputError(`expected ${study} like the files before; got ${file.study}`, {file: path});
    for (const [reason, rows] of Object.entries(file.dropped)) dropped[reason] = (dropped[reason] ?? 0) + rows;
    files.push({name: basename(path), sha256: file.sha256, rows: file.rows});
  }
  const raw = builder.build();
  const {clean, dropped: repeats} = cleanTracks(raw);
  const place = {file: located.files.length === 1 ? located.files[0] : dirname(located.files[0])};
  const hits = countHits(raw, clean);
  if (hits === 0 || hits === clean.length) {
    throw new InputError(`expected both hits and flops; got ${hits} hits and ${clean.length - hits} flops`, place);
  }
  const provenance: Provenance = {
    source: located.source,
    synthetic: false,
    study: study!,
    label: HIT_PREDICTOR_LABEL,
    files,
    hash: datasetHash(files),
    rows: files.reduce((sum, {rows}) => sum + rows, 0),
    tracks: clean.length,
    hits,
    dropped: {...dropped, ...repeats},
    missing: countMissing(raw, clean)
  };
  return {format: "trackoracle-dataset/1", provenance, raw, clean};
}

async function demoDataset(located: Located & {source: "demo"}): Promise<Dataset> {
  const {groups, files} = await readDemo(located.files);
  const raw = drawDemo(groups, {tracks: located.tracks, seed: located.seed});
  const clean = Int32Array.from(raw.uri.keys());
  const decade = raw.X.columns[raw.X.names.indexOf("decade")];
  const provenance: Provenance = {
    source: "demo",
    synthetic: true,
    study: "Hit Predictor (synthetic demo)",
    label: HIT_PREDICTOR_LABEL,
    files: files.map(({name, sha256, decades}) => ({
      name,
      sha256,
      rows: decade.reduce((n, d) => n + Number(decades.includes(d)), 0)
    })),
    hash: datasetHash(files, [`${located.tracks} tracks, seed ${located.seed}`]),
    rows: clean.length,
    tracks: clean.length,
    hits: countHits(raw, clean),
    dropped: {},
    missing: countMissing(raw, clean)
  };
  return {format: "trackoracle-dataset/1", provenance, raw, clean};
}

function countHits(raw: TrackTable, rows: Int32Array): number {
  return rows.reduce((hits, i) => hits + raw.label[i], 0);
}

function countMissing({X}: TrackTable, rows: Int32Array): Record<string, number> {
  const counts = X.columns.map((column) => rows.reduce((n, i) => n + Number(Number.isNaN(column[i])), 0));
  return Object.fromEntries(X.names.map((name, j) => [name, counts[j]] as const).filter(([, n]) => n > 0));
}

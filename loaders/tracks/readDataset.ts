import {basename, dirname} from "node:path";
import {columnNamed} from "../../lib/columnNamed.js";
import {InputError} from "../../lib/csv/InputError.js";
import type {PopularityRule} from "../../lib/wire/LabelWords.js";
import {drawDemo} from "../demo/drawDemo.js";
import {readDemo} from "../demo/readDemo.js";
import {DEMO_LABEL} from "./adapters/demoLabel.js";
import {hitPredictor} from "./adapters/hitPredictor.js";
import type {Adapter} from "./adapters/types.js";
import {cleanTracks} from "./cleanTracks.js";
import {datasetHash} from "./datasetHash.js";
import type {HitRule} from "./hitRule.js";
import {labelByPopularity} from "./labelByPopularity.js";
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
 * @throws InputError if a file cannot be used, files are of two studies, hits or flops are wanting, or a rule for hits
 * is given to a study that has its own
 */
export async function readDataset(located: Located, {onProgress}: ReadDatasetOptions = {}): Promise<Dataset> {
  if (located.source === "demo") return demoDataset(located);
  const dropped: Record<string, number> = {};
  const files: Provenance["files"][number][] = [];
  let study: {adapter: Adapter; builder: ReturnType<typeof trackTableBuilder>} | undefined;
  for (const path of located.files) {
    const tableOf = (adapter: Adapter) => {
      study ??= {adapter, builder: trackTableBuilder(adapter.features)};
      if (adapter === study.adapter) return study.builder;
      throw new InputError(`expected ${study.adapter.study} like the files before; got ${adapter.study}`, {file: path});
    };
    const file = await readTrackFile(path, tableOf, (rows) => onProgress?.({file: basename(path), rows}));
    for (const [reason, rows] of Object.entries(file.dropped)) dropped[reason] = (dropped[reason] ?? 0) + rows;
    files.push({name: basename(path), sha256: file.sha256, rows: file.rows});
  }
  const {adapter, builder} = study!;
  const {raw, clean, label, dropped: more} = judge(builder.build(), adapter, located);
  const hits = countHits(raw, clean);
  if (hits === 0 || hits === clean.length) {
    const unlike = label.popularity ? describePopularity(raw, label.popularity) : "";
    const problem = `expected both hits and flops; got ${hits} hits and ${clean.length - hits} flops${unlike}`;
    throw new InputError(problem, {file: located.files.length === 1 ? located.files[0] : dirname(located.files[0])});
  }
  const provenance: Provenance = {
    source: located.source,
    synthetic: false,
    study: adapter.study,
    about: adapter.about,
    features: adapter.features,
    label,
    files,
    hash: datasetHash(files, located.hit ? [JSON.stringify(located.hit)] : []),
    rows: files.reduce((sum, {rows}) => sum + rows, 0),
    tracks: clean.length,
    hits,
    dropped: {...dropped, ...more},
    missing: countMissing(raw, clean)
  };
  return {format: "trackoracle-dataset/1", provenance, raw, clean};
}

/** One row a track and its label, which the study tells itself or popularity does. */
function judge(table: TrackTable, {study, label}: Adapter, {hit}: Located) {
  if (typeof label === "function") {
    const {table: raw, told, rule, dropped} = labelByPopularity(table, hit);
    const {clean, dropped: repeats} = cleanTracks(raw, told);
    return {raw, clean, label: label(rule), dropped: {...dropped, ...repeats}};
  }
  if (hit) refuseHitRule(hit, study);
  return {raw: table, label, ...cleanTracks(table)};
}

/** A setting that would change nothing is taken for a mistake. */
function refuseHitRule({topShare}: HitRule, study: string): never {
  const problem = `expected a study that tells popularity; got ${study}, which tells hits from flops itself`;
  throw new InputError(problem, {file: topShare === null ? "HIT_POPULARITY" : "HIT_TOP_SHARE"});
}

function describePopularity({popularity}: TrackTable, {threshold}: PopularityRule): string {
  if (popularity!.length === 0) return "; no track has a popularity above 0";
  const low = popularity!.reduce((a, b) => Math.min(a, b));
  const high = popularity!.reduce((a, b) => Math.max(a, b));
  return low === high
    ? `: every track has popularity ${low}`
    : `: a hit has popularity ${threshold} or more, and the tracks have ${low} to ${high}`;
}

async function demoDataset(located: Located & {source: "demo"}): Promise<Dataset> {
  const study = "Hit Predictor (synthetic demo)";
  if (located.hit) refuseHitRule(located.hit, study);
  const {groups, files} = await readDemo(located.files);
  const raw = drawDemo(groups, {tracks: located.tracks, seed: located.seed});
  const clean = Int32Array.from(raw.uri.keys());
  const decade = columnNamed(raw.X, "decade");
  const provenance: Provenance = {
    source: "demo",
    synthetic: true,
    study,
    about: `Synthetic tracks, drawn by chance from parameters fitted to a study. The study: ${hitPredictor.about}`,
    features: raw.X.names,
    label: DEMO_LABEL,
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

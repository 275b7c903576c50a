import {blobPieces} from "../lib/catalogue/blobPieces.js";
import type {CatalogueData} from "../lib/catalogue/CatalogueData.js";
import type {ColumnMap} from "../lib/catalogue/ColumnMap.js";
import {featureDrift, type FeatureDrift} from "../lib/catalogue/featureDrift.js";
import {openCatalogue, type CatalogueHead} from "../lib/catalogue/openCatalogue.js";
import {readSongs, type Songs} from "../lib/catalogue/readSongs.js";
import {scoredText, type ExplainedSongs} from "../lib/catalogue/scoredText.js";
import {songTable, type SongOrder} from "../lib/catalogue/songTable.js";
import type {RowFault} from "../lib/catalogue/songReader.js";
import {topReasons, type Reason} from "../lib/catalogue/topReasons.js";
import {openRows} from "../lib/csv/openRows.js";
import {shapTrees} from "../lib/shap/shapTrees.js";
import {predictTrees} from "../lib/trees/predictTrees.js";
import type {TreeEnsemble} from "../lib/trees/types.js";

/** What the worker can be asked about the one file it was started for; "open" comes first, then "score". */
export type CatalogueTask =
  | {readonly ask: "open"; readonly file: File}
  | {readonly ask: "score"; readonly map: ColumnMap; readonly data: CatalogueData; readonly trees: TreeEnsemble}
  | {
      readonly ask: "page";
      readonly order: SongOrder;
      readonly shown: string;
      readonly from: number;
      readonly count: number;
    }
  | {readonly ask: "explain"}
  | {readonly ask: "download"; readonly baseRate: number};

/** What it answers to each. */
export interface CatalogueAnswers {
  readonly open: CatalogueHead;
  readonly score: ScoredCatalogue;
  readonly page: SongPage;
  readonly explain: null; // pages and downloads hold reasons from then on
  readonly download: Blob;
}

export interface ScoredCatalogue {
  readonly p: Float64Array; // of all songs, descending
  readonly faults: readonly RowFault[];
  readonly drift: readonly FeatureDrift[]; // one a feature of the data, in its order
  readonly readSeconds: number;
  readonly predictSeconds: number;
}

/** Some rows of the table of songs. */
export interface SongPage {
  readonly songs: number; // that the filter keeps
  readonly rows: readonly SongRow[];
}

export interface SongRow {
  readonly line: number;
  readonly title: string; // hostile text; empty where no column holds it, and so are the next two
  readonly artist: string;
  readonly id: string;
  readonly p: number;
  readonly value: number; // of the feature shown, NaN where unknown
  readonly reasons: readonly Reason[] | null; // null before songs are explained
}

/** A task with its number, or the number of one to be given up. */
export type CatalogueMessage = (CatalogueTask & {readonly task: number}) | {readonly cancel: number};

/** What is told of a task. */
export type CatalogueNews = {readonly task: number} & (
  | {readonly done: number; readonly total: number; readonly what: string}
  | {readonly answer: CatalogueAnswers[keyof CatalogueAnswers]}
  | {readonly problem: string}
);

const TELL_EVERY_MS = 100;
const ROWS_EXPLAINED = 2048; // at once: between batches the worker hears
const REASONS = 3; // told of a row

let file: File;
let head: CatalogueHead;
let map: ColumnMap;
let data: CatalogueData;
let trees: TreeEnsemble;
let songs: Songs;
let p: Float64Array;
let order: (order: SongOrder) => Int32Array;
let explained: ExplainedSongs | null = null;
let latest: {readonly key: string; readonly rows: Int32Array} | undefined;
const cancelled = new Set<number>();

/** A worker's script, so that the page stays responsive: keeps a reader's catalogue, and scores and explains it. */
addEventListener("message", ({data: message}: MessageEvent<CatalogueMessage>) => {
  if ("cancel" in message) cancelled.add(message.cancel);
  else void run(message);
});

async function run(message: CatalogueTask & {readonly task: number}): Promise<void> {
  const {task} = message;
  let toldAt = 0;
  const tell = (done: number, total: number, what: string) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    send({task, done, total, what});
  };
  try {
    send({task, answer: await answerTo(message, tell)});
  } catch (error) {
    send({task, problem: error instanceof Error ? error.message : String(error)});
  }
}

type Tell = (done: number, total: number, what: string) => void;

function answerTo(task: CatalogueTask & {task: number}, tell: Tell): Promise<CatalogueAnswers[keyof CatalogueAnswers]> {
  switch (task.ask) {
    case "open":
      return open(task.file);
    case "score":
      return score(task, tell);
    case "page":
      return Promise.resolve(pageOf(task));
    case "explain":
      return explain(task.task, tell);
    case "download":
      return download(task.task, task.baseRate, tell);
  }
}

async function open(given: File): Promise<CatalogueHead> {
  file = given;
  return (head = await openCatalogue(file, file.name));
}

const rowsAgain = (onBytes?: (done: number) => void) => openRows(file.name, blobPieces(file, onBytes), head.delimiter);

async function score(task: CatalogueTask & {ask: "score"}, tell: Tell): Promise<ScoredCatalogue> {
  ({map, data, trees} = task);
  const start = performance.now();
  songs = await readSongs(await rowsAgain((done) => tell(done, file.size, "Reading the file")), map);
  const readAt = performance.now();
  p = new Float64Array(songs.X.length);
  const step = 1 << 15; // so that progress can be told
  for (let from = 0; from < p.length; from += step) {
    tell(from, p.length, "Scoring the songs");
    p.set(predictTrees(trees, rowsOf(from, Math.min(from + step, p.length))), from);
  }
  const predictedAt = performance.now();
  order = songTable(songs, p);
  const {names, columns} = songs.X;
  return {
    p: p.slice().sort().reverse(),
    faults: songs.faults,
    drift: data.features.map((feature) => featureDrift(feature, columns[names.indexOf(feature.name)])),
    readSeconds: (readAt - start) / 1000,
    predictSeconds: (predictedAt - readAt) / 1000
  };
}

const rowsOf = (from: number, to: number) => ({
  ...songs.X,
  columns: songs.X.columns.map((column) => column.subarray(from, to)),
  length: to - from
});

function pageOf({order: asked, shown, from, count}: CatalogueTask & {ask: "page"}): SongPage {
  const key = JSON.stringify(asked);
  if (latest?.key !== key) latest = {key, rows: order(asked)};
  const {title, artist, id, lines, X} = songs;
  const column = X.columns[X.names.indexOf(shown)];
  const rows = Array.from(latest.rows.subarray(from, from + count), (i) => ({
    line: lines[i],
    title: title[i] ?? "",
    artist: artist[i] ?? "",
    id: id[i] ?? "",
    p: p[i],
    value: column[i],
    reasons: explained && topReasons(explained.names, explained.phi, i, REASONS)
  }));
  return {songs: latest.rows.length, rows};
}

async function explain(task: number, tell: Tell): Promise<null> {
  const {length} = songs.X;
  const phi = trees.features.map(() => new Float64Array(length));
  let base = 0;
  for (let from = 0; from < length; from += ROWS_EXPLAINED) {
    tell(from, length, "Explaining the songs");
    await heard(task);
    const part = shapTrees(trees, rowsOf(from, Math.min(from + ROWS_EXPLAINED, length)));
    part.phi.forEach((column, j) => phi[j].set(column, from));
    base = part.base;
  }
  explained = {names: trees.features, base, phi};
  return null;
}

async function download(task: number, baseRate: number, tell: Tell): Promise<Blob> {
  const rows = await rowsAgain((done) => tell(done, file.size, "Writing the file"));
  const parts: Blob[] = [];
  for await (const text of scoredText(rows, map, {p, hitShare: data.hitShare, baseRate, explained})) {
    parts.push(new Blob([text])); // out of this script's memory
    await heard(task);
  }
  return new Blob(parts, {type: "text/csv"});
}

/** Lets the worker hear what it was told meanwhile, and gives a task up that nobody waits for. */
async function heard(task: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (cancelled.delete(task)) throw new Error("cancelled");
}

function send(news: CatalogueNews): void {
  postMessage(news);
}

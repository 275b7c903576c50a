import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {buildGraph} from "../../loaders/graph.js";
import {boostedPace} from "../../loaders/models/boostedSettings.js";
import type {Report} from "../../loaders/report.js";
import {ROOT} from "../../loaders/root.js";
import assignExams from "../../loaders/stages/folds.js";
import {splitFold, type FoldOptions} from "../../loaders/stages/predictFold.js";
import makeTable from "../../loaders/stages/table.js";
import {locateTracks, type Located} from "../../loaders/tracks/locateTracks.js";
import {readDataset} from "../../loaders/tracks/readDataset.js";
import {runCommandLine} from "../e2e/runCommandLine.js";
import {askPeer, columnBytes} from "./askPeer.js";

/** What all fits of all exams cost from an empty store, beside the same fits in scikit-learn and XGBoost. */
export interface ExamsBench {
  readonly source: string; // of the tracks: "demo" or real ones
  readonly fits: number;
  readonly seconds: number; // of all fits, as the report adds them up; two run at a time
  readonly reportSeconds: number; // of the whole command
  readonly peer: {readonly version: string; readonly seconds: number; readonly wallSeconds: number} | null;
  readonly times: number | null; // our seconds of all fits over the peer's
  readonly models: Readonly<Record<string, {readonly seconds: number; readonly peer: number | null}>>;
}

/** One fit as the peer reads it. */
interface Job {
  readonly name: string; // of the stage
  readonly model: string;
  readonly settings: object;
  readonly columns: readonly string[];
  readonly train: readonly [from: number, to: number]; // places in the list of row numbers
  readonly test: readonly [from: number, to: number];
}

interface PeerAnswer {
  readonly version: string;
  readonly seconds: readonly number[]; // one a job
  readonly wallSeconds: number;
}

const PEER = {bench: "exams", module: "sklearn, xgboost", script: "examsSklearn.py"};
const RULES = ["majority", "memory"]; // nothing is fitted

/** Runs the report from an empty store, then the peer on the same rows, columns and settings. */
export async function benchExams(): Promise<ExamsBench> {
  const located = await locateTracks({env: {...process.env, OFFLINE: "1"}, root: ROOT, warn: () => undefined});
  const {jobs, files} = await listJobs(located);
  const start = performance.now();
  const ours = await reportSeconds();
  const wallSeconds = (performance.now() - start) / 1000;
  const answer = askPeer<PeerAnswer>(PEER, files);

  const sum = (model: string | null, of: (job: Job, i: number) => number) =>
    jobs.reduce((total, job, i) => total + (model === null || job.model === model ? of(job, i) : 0), 0);
  const our = (model: string | null) => sum(model, ({name}) => ours[name]!);
  const theirs = (model: string | null) => answer && sum(model, (_, i) => answer.seconds[i]);
  const models = [...new Set(jobs.map(({model}) => model))];
  const peerSeconds = theirs(null);
  const result: ExamsBench = {
    source: located.source,
    fits: jobs.length,
    seconds: our(null),
    reportSeconds: wallSeconds,
    peer: answer && {version: answer.version, seconds: peerSeconds!, wallSeconds: answer.wallSeconds},
    times: peerSeconds && our(null) / peerSeconds,
    models: Object.fromEntries(models.map((model) => [model, {seconds: our(model), peer: theirs(model)}]))
  };
  print(result);
  return result;
}

/** Every fit of the graph, and the files that the peer reads. */
async function listJobs(located: Located): Promise<{jobs: Job[]; files: Record<string, string | Uint8Array>}> {
  const {fits} = await buildGraph(located);
  const dataset = await readDataset(located);
  const context = {onProgress: () => undefined};
  const table = await makeTable({dataset}, {}, context);
  const dealt = fits[0].stages[0].needs.folds.options as Parameters<typeof assignExams>[1];
  const folds = await assignExams({dataset}, dealt, context);
  const rows: Int32Array[] = [];
  let listed = 0;
  const list = (some: Int32Array) => {
    rows.push(some);
    return [listed, (listed += some.length)] as const;
  };
  const jobs = fits.flatMap(({model, stages}) =>
    stages.flatMap(({name, options}): Job[] => {
      const {train, test} = splitFold({table, folds}, options as FoldOptions);
      if (RULES.includes(model) || test.rows.length === 0) return [];
      // What the model is set to is the one object among the options.
      const set = Object.values(options as object).find((value) => value === Object(value) && !Array.isArray(value));
      const settings = {...(model === "boosted" && boostedPace(train.X.length)), ...set};
      return [{name, model, settings, columns: train.X.names, train: list(train.rows), test: list(test.rows)}];
    })
  );
  const about = {names: table.X.names, rows: table.X.length, jobs};
  const files = {
    "jobs.json": JSON.stringify(about),
    "X.f32": columnBytes(table.X),
    "y.u8": table.label,
    "rows.i32": Buffer.concat(rows.map((some) => Buffer.from(some.slice().buffer)))
  };
  return {jobs, files};
}

/** Seconds of every stage, computed cold. */
async function reportSeconds(): Promise<Report["seconds"]> {
  const folder = mkdtempSync(join(tmpdir(), "exams-bench-"));
  try {
    const {stdout} = await runCommandLine("report", {PROCESSED: join(folder, "processed")});
    return (JSON.parse(stdout) as Report).seconds;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function print({source, fits, seconds, reportSeconds, peer, times, models}: ExamsBench): void {
  console.warn(
    `exams: ${fits} fits on ${source}: ${seconds.toFixed(0)} s; the whole report ${reportSeconds.toFixed(0)} s`
  );
  if (peer) {
    const {version, seconds, wallSeconds} = peer;
    const took = `${seconds.toFixed(0)} s, ${wallSeconds.toFixed(0)} s in two processes`;
    console.warn(`exams: ${version}: ${took}; ours ${times!.toFixed(2)} times`);
  }
  for (const [model, {seconds, peer}] of Object.entries(models)) {
    console.warn(`exams: ${model} ${seconds.toFixed(1)} s${peer === null ? "" : `, peer ${peer.toFixed(1)} s`}`);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await benchExams();

import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {assignFolds} from "../../lib/exams/assignFolds.js";
import {rocAuc} from "../../lib/metrics/rocAuc.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import {ROOT} from "../../loaders/root.js";
import {locateTracks} from "../../loaders/tracks/locateTracks.js";
import {readDataset} from "../../loaders/tracks/readDataset.js";
import {hasXgboost, PYTHON} from "./hasXgboost.js";

/** What 600 rounds of depth 7 cost, and what they are worth, beside XGBoost on one thread. */
export interface BoostedBench {
  readonly source: string; // of the tracks: "demo" or real ones
  readonly rows: number; // trained on
  readonly cpuSeconds: number; // least of the runs
  readonly auc: number;
  readonly peer: {readonly version: string; readonly cpuSeconds: number; readonly auc: number} | null;
  readonly tenfold: {readonly times: number; readonly bytesPerValue: number} | null; // with ten times the rows
}

export interface BoostedBenchOptions {
  runs?: number; // of each side, in turn
  tenfold?: boolean; // also ten times the rows, with noise added
}

interface PeerAnswer {
  readonly version: string;
  readonly cpuSeconds: number;
  readonly p: readonly number[]; // of the test rows
}

const SETTINGS: BoostedOptions = {
  seed: 1,
  rounds: 600,
  depth: 7,
  learningRate: 0.05,
  lambda: 1,
  minChildWeight: 5,
  subsample: 0.8,
  columnSample: 0.8
};
const PEER_SETTINGS = {
  objective: "binary:logistic",
  tree_method: "hist",
  nthread: 1,
  seed: 1,
  max_depth: 7,
  eta: 0.05,
  lambda: 1,
  min_child_weight: 5,
  subsample: 0.8,
  colsample_bytree: 0.8
};

/** Fits both sides on four random stratified fifths of the tracks and measures them on the last. */
export async function benchBoosted({runs = 3, tenfold = true}: BoostedBenchOptions = {}): Promise<BoostedBench> {
  const located = await locateTracks({env: {...process.env, OFFLINE: "1"}, root: ROOT, warn: () => undefined});
  if (located.source === "demo") console.warn("boosted: no real tracks; set TRACKS to their folder. Using the demo");
  const {raw, clean} = await readDataset(located);
  const fold = assignFolds({label: takeValues(raw.label, clean), seed: 1});
  const part = (wanted: (k: number) => boolean) => {
    const rows = clean.filter((_, i) => wanted(fold[i]));
    return {X: takeRows(raw.X, rows), y: takeValues(raw.label, rows)};
  };
  const train = part((k) => k > 0);
  const test = part((k) => k === 0);

  let ours = Infinity;
  let peer: PeerAnswer | null = null;
  let auc = 0;
  for (let run = 0; run < runs; run++) {
    const {seconds, trees} = measure(train.X, train.y);
    ours = Math.min(ours, seconds);
    auc = rocAuc(test.y, predictTrees(trees, test.X))!;
    const answer: PeerAnswer | null = run === 0 || peer ? askPeer(train, test.X) : null;
    if (answer) peer = {...answer, cpuSeconds: Math.min(answer.cpuSeconds, peer ? peer.cpuSeconds : Infinity)};
  }
  const result = {
    source: located.source,
    rows: train.y.length,
    cpuSeconds: ours,
    auc,
    peer: peer && {version: peer.version, cpuSeconds: peer.cpuSeconds, auc: rocAuc(test.y, peer.p)!},
    tenfold: tenfold ? growTenfold(train, ours) : null
  };
  console.warn(`boosted: ${result.rows} rows of ${result.source}: ${ours.toFixed(2)} CPU s, AUC ${auc.toFixed(4)}`);
  if (result.peer) {
    const {version, cpuSeconds, auc: of} = result.peer;
    const times = (ours / cpuSeconds).toFixed(2);
    console.warn(
      `boosted: XGBoost ${version}: ${cpuSeconds.toFixed(2)} CPU s, AUC ${of.toFixed(4)}; ours ${times} times`
    );
  }
  if (result.tenfold) {
    const {times, bytesPerValue} = result.tenfold;
    console.warn(`boosted: ten times the rows: ${times.toFixed(1)} times, ${bytesPerValue.toFixed(0)} bytes a value`);
  }
  return result;
}

function measure(X: Columns, y: Uint8Array, onRound?: () => void) {
  const start = process.cpuUsage();
  const trees = fitBoosted(X, y, {...SETTINGS, onRound});
  const {user, system} = process.cpuUsage(start);
  return {trees, seconds: (user + system) / 1e6};
}

/** Time against `seconds` for ten copies of the rows, each value moved a little, and memory beyond the input. */
function growTenfold({X, y}: {X: Columns; y: Uint8Array}, seconds: number) {
  const random = randomSource(1);
  const rows = Int32Array.from({length: 10 * X.length}, (_, i) => i % X.length);
  const more = takeRows(X, rows);
  for (const column of more.columns) column.forEach((x, i) => (column[i] = x * (1 + 1e-3 * random())));
  const before = process.memoryUsage().rss;
  let peak = before;
  const grown = measure(more, takeValues(y, rows), () => (peak = Math.max(peak, process.memoryUsage().rss)));
  return {times: grown.seconds / seconds, bytesPerValue: (peak - before) / (more.length * more.columns.length)};
}

/** XGBoost's time and probabilities; null where it is not installed. */
function askPeer(train: {X: Columns; y: Uint8Array}, test: Columns): PeerAnswer | null {
  if (!hasXgboost("boosted")) return null;
  const folder = mkdtempSync(join(tmpdir(), "boosted-bench-"));
  try {
    const about = {
      names: train.X.names,
      train: train.X.length,
      test: test.length,
      params: PEER_SETTINGS,
      rounds: SETTINGS.rounds
    };
    writeFileSync(join(folder, "about.json"), JSON.stringify(about));
    writeFileSync(join(folder, "train.f32"), Buffer.concat(train.X.columns.map((c) => Buffer.from(c.slice().buffer))));
    writeFileSync(join(folder, "test.f32"), Buffer.concat(test.columns.map((c) => Buffer.from(c.slice().buffer))));
    writeFileSync(join(folder, "train.u8"), train.y);
    const script = fileURLToPath(new URL("peers/boostedXgboost.py", import.meta.url));
    const answer = execFileSync(PYTHON, [script, folder], {encoding: "utf8", maxBuffer: 2 ** 26});
    return JSON.parse(answer) as PeerAnswer;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await benchBoosted();

import {resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {rocAuc} from "../../lib/metrics/rocAuc.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import {askPeer, columnBytes} from "./askPeer.js";
import {splitTracks, type Part} from "./splitTracks.js";

/** What 600 rounds of depth 7 cost, and what they are worth, beside others on one thread. */
export interface BoostedBench {
  readonly source: string; // of the tracks: "demo" or real ones
  readonly rows: number; // trained on
  readonly cpuSeconds: number; // least of the runs
  readonly auc: number;
  readonly peers: readonly PeerResult[]; // those that are installed
  readonly tenfold: {readonly times: number; readonly bytesPerValue: number} | null; // with ten times the rows
}

export interface BoostedBenchOptions {
  runs?: number; // of each side, in turn
  tenfold?: boolean; // also ten times the rows, with noise added
}

export interface PeerResult {
  readonly name: string;
  readonly version: string;
  readonly cpuSeconds: number; // least of the runs
  readonly auc: number;
  readonly times: number; // our CPU seconds over the peer's
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
const PEER_PARAMS = {
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

const PEERS = [
  {name: "XGBoost", module: "xgboost", script: "boostedXgboost.py"},
  {name: "ml-xgboost", module: "ml-xgboost", script: "boostedMlXgboost.mjs"}, // WebAssembly
  {name: "ydf-training", module: "ydf-training", script: "boostedYdf.mjs"} // WebAssembly; takes no settings
];

/** Fits all sides on four random stratified fifths of the tracks and measures them on the last. */
export async function benchBoosted({runs = 3, tenfold = true}: BoostedBenchOptions = {}): Promise<BoostedBench> {
  const {source, train, test} = await splitTracks("boosted");
  let cpuSeconds = Infinity;
  let auc = 0;
  const answers = new Map<string, PeerAnswer[]>(PEERS.map(({name}) => [name, []]));
  for (let run = 0; run < runs; run++) {
    const {seconds, trees} = measure(train.X, train.y);
    cpuSeconds = Math.min(cpuSeconds, seconds);
    auc = rocAuc(test.y, predictTrees(trees, test.X))!;
    for (const {name, module, script} of PEERS) {
      if (answers.get(name)!.length < run) continue; // not installed
      const answer = askPeer<PeerAnswer>({bench: "boosted", module, script}, filesOf(train, test.X));
      if (answer) answers.get(name)!.push(answer);
    }
  }
  const peers = [...answers]
    .filter(([, given]) => given.length > 0)
    .map(([name, given]): PeerResult => {
      const [{version, p}] = given;
      const least = Math.min(...given.map((answer) => answer.cpuSeconds));
      return {name, version, cpuSeconds: least, auc: rocAuc(test.y, p)!, times: cpuSeconds / least};
    });
  const tenTimes = tenfold ? growTenfold(train, cpuSeconds) : null;
  const result = {source, rows: train.y.length, cpuSeconds, auc, peers, tenfold: tenTimes};
  print(result);
  return result;
}

function print({source, rows, cpuSeconds, auc, peers, tenfold}: BoostedBench): void {
  console.warn(`boosted: ${rows} rows of ${source}: ${cpuSeconds.toFixed(2)} CPU s, AUC ${auc.toFixed(4)}`);
  for (const {name, version, cpuSeconds, auc, times} of peers) {
    const beside = `${cpuSeconds.toFixed(2)} CPU s, AUC ${auc.toFixed(4)}; ours ${times.toFixed(2)} times`;
    console.warn(`boosted: ${name} ${version}: ${beside}`);
  }
  if (tenfold) {
    const {times, bytesPerValue} = tenfold;
    console.warn(`boosted: ten times the rows: ${times.toFixed(1)} times, ${bytesPerValue.toFixed(0)} bytes a value`);
  }
}

function measure(X: Columns, y: Uint8Array, onRound?: () => void) {
  const start = process.cpuUsage();
  const trees = fitBoosted(X, y, {...SETTINGS, onRound});
  const {user, system} = process.cpuUsage(start);
  return {trees, seconds: (user + system) / 1e6};
}

/** Time against `seconds` for ten copies of the rows, each value moved a little, and memory beyond the input. */
function growTenfold({X, y}: Part, seconds: number) {
  const random = randomSource(1);
  const rows = Int32Array.from({length: 10 * X.length}, (_, i) => i % X.length);
  const more = takeRows(X, rows);
  for (const column of more.columns) column.forEach((x, i) => (column[i] = x * (1 + 1e-3 * random())));
  const before = process.memoryUsage().rss;
  let peak = before;
  const grown = measure(more, takeValues(y, rows), () => (peak = Math.max(peak, process.memoryUsage().rss)));
  return {times: grown.seconds / seconds, bytesPerValue: (peak - before) / (more.length * more.columns.length)};
}

/** The split as the peers read it. */
function filesOf(train: Part, test: Columns): Record<string, string | Uint8Array> {
  const about = {names: train.X.names, train: train.X.length, test: test.length};
  return {
    "about.json": JSON.stringify({...about, params: PEER_PARAMS, rounds: SETTINGS.rounds}),
    "train.f32": columnBytes(train.X),
    "train.u8": train.y,
    "test.f32": columnBytes(test)
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await benchBoosted();

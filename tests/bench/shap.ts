import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {interactTrees} from "../../lib/shap/interactTrees.js";
import {pairIndex} from "../../lib/shap/pairIndex.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import {treeExplainer} from "../../lib/shap/treeExplainer.js";
import type {Explanation} from "../../lib/shap/types.js";
import {treeInteractions} from "../../lib/shap/treeInteractions.js";
import {fitBoosted} from "../../lib/trees/fitBoosted.js";
import {readXgboost} from "../../lib/trees/readXgboost.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {ROOT} from "../../loaders/root.js";
import {locateTracks} from "../../loaders/tracks/locateTracks.js";
import {readDataset} from "../../loaders/tracks/readDataset.js";
import {hasXgboost, PYTHON} from "./hasXgboost.js";

/** How fast SHAP values and interaction values of 600 trees of depth 7 are: batches by the processor's time, rows by the clock. */
export interface ShapBench extends Speed {
  readonly source: string; // of the tracks: "demo" or real ones
  readonly interactions: Speed;
}

interface Speed {
  readonly batches: readonly {readonly rows: number; readonly rowsPerSecond: number; readonly peer: number | null}[];
  readonly oneRowMs: {readonly setUp: number; readonly p50: number; readonly p95: number};
  readonly largestDifference: number | null; // to the peer's values, log-odds
}

const BATCHES = [2000, 8000];
const PAIR_ROWS = 40; // that the peer takes its time for

/** Measures batches and single rows against XGBoost's `pred_contribs` and `pred_interactions` where Python has it. */
export async function benchShap(): Promise<ShapBench> {
  const located = await locateTracks({env: {...process.env, OFFLINE: "1"}, root: ROOT, warn: () => undefined});
  const {raw, clean} = await readDataset(located);
  const rows = shuffled(clean);
  const train = rows.length - BATCHES[BATCHES.length - 1];
  const X = takeRows(raw.X, rows);
  const y = takeValues(raw.label, rows);
  const peer = askPeer(X, y, train);
  const ensemble = peer?.ensemble ?? fitBoosted(head(X, train), y.subarray(0, train), {seed: 1, rounds: 600, depth: 7});

  const values = measure("values", shapTrees, treeExplainer, peer?.values ?? null);
  const interactions = measure("interactions", interactTrees, treeInteractions, peer?.interactions ?? null);
  return {source: located.source, ...values, interactions};

  /** Times a way to explain a batch and one to explain a row. */
  function measure(
    what: string,
    explainAll: (ensemble: TreeEnsemble, batch: Columns) => Explanation,
    prepare: (ensemble: TreeEnsemble) => (row: number[]) => unknown,
    peer: PeerSpeed | null
  ): Speed {
    let explained: Explanation | undefined;
    const batches = BATCHES.map((n, k) => {
      const batch = takeRows(
        X,
        Array.from({length: n}, (_, i) => train + i)
      );
      const seconds = Array.from({length: 3}, () => {
        const start = process.cpuUsage();
        explained = explainAll(ensemble, batch);
        const {user, system} = process.cpuUsage(start);
        return (user + system) / 1e6;
      });
      const rowsPerSecond = n / Math.min(...seconds);
      const ofPeer = peer ? peer.rowsPerSecond[k] : null;
      const against = ofPeer
        ? `XGBoost ${ofPeer.toPrecision(3)}, ${(rowsPerSecond / ofPeer).toFixed(1)} times`
        : "no peer";
      console.warn(`shap: ${what}, ${n} rows of ${located.source}: ${rowsPerSecond.toFixed(0)} rows/s (${against})`);
      return {rows: n, rowsPerSecond, peer: ofPeer};
    });
    const oneRowMs = timeSingleRows(() => prepare(ensemble), X, train);
    const {p50, p95, setUp} = oneRowMs;
    console.warn(
      `shap: ${what}, one row p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms; set-up ${setUp.toFixed(0)} ms`
    );
    const largestDifference = peer && explained ? peer.farthest(explained) : null;
    if (largestDifference !== null)
      console.warn(`shap: ${what}, largest difference to XGBoost ${largestDifference.toExponential(1)}`);
    return {batches, oneRowMs, largestDifference};
  }
}

interface PeerSpeed {
  readonly rowsPerSecond: readonly number[]; // of each of the batches
  readonly farthest: (explained: Explanation) => number; // from the last batch's
}

/** Trains the model of both sides and times the peer; null where it is missing. */
function askPeer(X: Columns, y: Uint8Array, train: number) {
  if (!hasXgboost("shap")) return null;
  const folder = mkdtempSync(join(tmpdir(), "shap-bench-"));
  try {
    const width = X.columns.length;
    const matrix = new Float32Array(X.length * width);
    X.columns.forEach((column, j) => column.forEach((x, i) => (matrix[i * width + j] = x)));
    const about = {rows: X.length, features: X.names, train, batches: BATCHES, pairRows: PAIR_ROWS};
    writeFileSync(join(folder, "rows.json"), JSON.stringify(about));
    writeFileSync(join(folder, "X.f32"), new Uint8Array(matrix.buffer));
    writeFileSync(join(folder, "y.u8"), y);
    const script = fileURLToPath(new URL("peers/shapXgboost.py", import.meta.url));
    const {seconds, pairSeconds} = JSON.parse(execFileSync(PYTHON, [script, folder], {encoding: "utf8"})) as {
      seconds: number[];
      pairSeconds: number;
    };
    const floats = (name: string) => new Float32Array(new Uint8Array(readFileSync(join(folder, name))).buffer);
    const [contribs, squares] = [floats("contribs.f32"), floats("interactions.f32")];
    const values: PeerSpeed = {
      rowsPerSecond: BATCHES.map((n, k) => n / seconds[k]),
      farthest: ({base, phi}) => farthest(contribs, width + 1, (row, j) => (j < width ? phi[j][row] : base))
    };
    const interactions: PeerSpeed = {
      rowsPerSecond: BATCHES.map(() => PAIR_ROWS / pairSeconds),
      farthest: ({base, phi}) =>
        farthest(squares, (width + 1) ** 2, (row, k) => {
          const [i, j] = [Math.floor(k / (width + 1)), k % (width + 1)];
          return i < width && j < width ? phi[pairIndex(i, j)][row] : i === j ? base : 0;
        })
    };
    return {ensemble: readXgboost(JSON.parse(readFileSync(join(folder, "model.json"), "utf8"))), values, interactions};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function timeSingleRows(prepare: () => (row: number[]) => unknown, X: Columns, first: number): Speed["oneRowMs"] {
  const start = performance.now();
  const explain = prepare();
  const setUp = performance.now() - start;
  const times = Array.from({length: 500}, (_, i) => {
    const row = X.columns.map((column) => column[first + i]);
    const before = performance.now();
    explain(row);
    return performance.now() - before;
  });
  const sorted = times.slice(20).sort((a, b) => a - b); // without the compiler's first looks
  return {setUp, p50: sorted[Math.floor(0.5 * sorted.length)], p95: sorted[Math.floor(0.95 * sorted.length)]};
}

/** The largest difference of what the peer wrote, so many numbers a row, to ours. */
function farthest(theirs: Float32Array, width: number, ours: (row: number, k: number) => number): number {
  return theirs.reduce((worst, x, at) => Math.max(worst, Math.abs(x - ours(Math.floor(at / width), at % width))), 0);
}

function head(X: Columns, length: number): Columns {
  return {...X, columns: X.columns.map((column) => column.subarray(0, length)), length};
}

function shuffled(values: Int32Array): Int32Array {
  const random = randomSource(1);
  const out = values.slice();
  for (let i = out.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [out[i], out[k]] = [out[k], out[i]];
  }
  return out;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await benchShap();

import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import {treeExplainer} from "../../lib/shap/treeExplainer.js";
import {fitBoosted} from "../../lib/trees/fitBoosted.js";
import {readXgboost} from "../../lib/trees/readXgboost.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {ROOT} from "../../loaders/root.js";
import {locateTracks} from "../../loaders/tracks/locateTracks.js";
import {readDataset} from "../../loaders/tracks/readDataset.js";
import {hasXgboost, PYTHON} from "./hasXgboost.js";

/** How fast SHAP values of 600 trees of depth 7 are, on one thread. */
export interface ShapBench {
  readonly source: string; // of the tracks: "demo" or real ones
  readonly batches: readonly {readonly rows: number; readonly rowsPerSecond: number; readonly peer: number | null}[];
  readonly oneRowMs: {readonly setUp: number; readonly p50: number; readonly p95: number};
  readonly largestDifference: number | null; // to the peer's values, log-odds
}

const BATCHES = [2000, 8000];

/** Measures batches and single rows against XGBoost's `pred_contribs` where Python has it. */
export async function benchShap(): Promise<ShapBench> {
  const located = await locateTracks({env: {...process.env, OFFLINE: "1"}, root: ROOT, warn: () => undefined});
  const {raw, clean} = await readDataset(located);
  const rows = shuffled(clean);
  const train = rows.length - BATCHES[BATCHES.length - 1];
  const X = takeRows(raw.X, rows);
  const y = takeValues(raw.label, rows);
  const peer = askPeer(X, y, train);
  const ensemble = peer?.ensemble ?? fitBoosted(head(X, train), y.subarray(0, train), {seed: 1, rounds: 600, depth: 7});

  let phi: readonly Float64Array[] = [];
  let base = 0;
  const batches = BATCHES.map((n, k) => {
    const batch = takeRows(
      X,
      Array.from({length: n}, (_, i) => train + i)
    );
    const seconds = Array.from({length: 3}, () => {
      const start = performance.now();
      ({base, phi} = shapTrees(ensemble, batch));
      return (performance.now() - start) / 1000;
    });
    const rowsPerSecond = n / Math.min(...seconds);
    const ofPeer = peer ? n / peer.seconds[k] : null;
    const against = ofPeer ? `XGBoost ${ofPeer.toFixed(0)}, ${(rowsPerSecond / ofPeer).toFixed(1)} times` : "no peer";
    console.warn(`shap: ${n} rows of ${located.source}: ${rowsPerSecond.toFixed(0)} rows/s (${against})`);
    return {rows: n, rowsPerSecond, peer: ofPeer};
  });
  const oneRowMs = timeSingleRows(ensemble, X, train);
  console.warn(
    `shap: one row p50 ${oneRowMs.p50.toFixed(2)} ms, p95 ${oneRowMs.p95.toFixed(2)} ms; set-up ${oneRowMs.setUp.toFixed(0)} ms`
  );
  const largestDifference = peer ? farthest(phi, base, peer.contribs) : null;
  if (largestDifference !== null)
    console.warn(`shap: largest difference to XGBoost ${largestDifference.toExponential(1)}`);
  return {source: located.source, batches, oneRowMs, largestDifference};
}

/** Trains the model of both sides and times the peer; null where it is missing. */
function askPeer(X: Columns, y: Uint8Array, train: number) {
  if (!hasXgboost("shap")) return null;
  const folder = mkdtempSync(join(tmpdir(), "shap-bench-"));
  try {
    const width = X.columns.length;
    const values = new Float32Array(X.length * width);
    X.columns.forEach((column, j) => column.forEach((x, i) => (values[i * width + j] = x)));
    const about = {rows: X.length, features: X.names, train, batches: BATCHES};
    writeFileSync(join(folder, "rows.json"), JSON.stringify(about));
    writeFileSync(join(folder, "X.f32"), new Uint8Array(values.buffer));
    writeFileSync(join(folder, "y.u8"), y);
    const script = fileURLToPath(new URL("peers/shapXgboost.py", import.meta.url));
    const {seconds} = JSON.parse(execFileSync(PYTHON, [script, folder], {encoding: "utf8"})) as {seconds: number[]};
    const contribs = readFileSync(join(folder, "contribs.f32"));
    return {
      seconds,
      ensemble: readXgboost(JSON.parse(readFileSync(join(folder, "model.json"), "utf8"))),
      contribs: new Float32Array(contribs.buffer.slice(contribs.byteOffset, contribs.byteOffset + contribs.length))
    };
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function timeSingleRows(ensemble: TreeEnsemble, X: Columns, first: number): ShapBench["oneRowMs"] {
  const start = performance.now();
  const explain = treeExplainer(ensemble);
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

function farthest(phi: readonly Float64Array[], base: number, contribs: Float32Array): number {
  const width = phi.length + 1; // the last one is the base
  return contribs.reduce((worst, contrib, k) => {
    const j = k % width;
    return Math.max(worst, Math.abs(contrib - (j < phi.length ? phi[j][Math.floor(k / width)] : base)));
  }, 0);
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

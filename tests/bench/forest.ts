import {resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {fitForest} from "../../lib/forest/fitForest.js";
import {predictForest} from "../../lib/forest/predictForest.js";
import {rocAuc} from "../../lib/metrics/rocAuc.js";
import {encodeTrees} from "../../lib/trees/encodeTrees.js";
import {FOREST_SETTINGS} from "../../loaders/models/forestSettings.js";
import {askPeer, columnBytes} from "./askPeer.js";
import {splitTracks, type SplitTracks} from "./splitTracks.js";

/** What 300 trees cost, and what they are worth, beside scikit-learn's on one thread. */
export interface ForestBench {
  readonly source: string; // of the tracks: "demo" or real ones
  readonly rows: number; // trained on
  readonly cpuSeconds: number; // least of the runs
  readonly auc: number;
  readonly nodes: number;
  readonly bytes: number; // as encodeTrees writes them
  readonly peer: {readonly version: string; readonly cpuSeconds: number; readonly auc: number} | null;
}

interface PeerAnswer {
  readonly version: string;
  readonly cpuSeconds: number;
  readonly p: readonly number[]; // of the test rows
}

const TREES = 300;
const SEED = 1;

/** Fits both sides on four random stratified fifths of the tracks, in turn, and measures them on the last. */
export async function benchForest({runs = 2} = {}): Promise<ForestBench> {
  const split = await splitTracks("forest");
  const {source, train, test} = split;
  let ours = Infinity;
  let peer: PeerAnswer | null = null;
  let forest = null;
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage();
    forest = fitForest(train.X, train.y, {...FOREST_SETTINGS, trees: TREES, seed: SEED});
    const {user, system} = process.cpuUsage(start);
    ours = Math.min(ours, (user + system) / 1e6);
    const answer: PeerAnswer | null = run === 0 || peer ? askScikit(split) : null;
    if (answer) peer = {...answer, cpuSeconds: Math.min(answer.cpuSeconds, peer ? peer.cpuSeconds : Infinity)};
  }
  const result: ForestBench = {
    source,
    rows: train.y.length,
    cpuSeconds: ours,
    auc: rocAuc(test.y, predictForest(forest!, test.X))!,
    nodes: forest!.trees.left.length,
    bytes: encodeTrees(forest!.trees).length,
    peer: peer && {version: peer.version, cpuSeconds: peer.cpuSeconds, auc: rocAuc(test.y, peer.p)!}
  };
  const {auc, nodes, bytes} = result;
  console.warn(`forest: ${result.rows} rows of ${source}: ${ours.toFixed(2)} CPU s, AUC ${auc.toFixed(4)}`);
  console.warn(`forest: ${nodes} nodes, ${(bytes / nodes).toFixed(2)} bytes each`);
  if (result.peer) {
    const {version, cpuSeconds, auc: of} = result.peer;
    const times = (ours / cpuSeconds).toFixed(2);
    console.warn(
      `forest: scikit-learn ${version}: ${cpuSeconds.toFixed(2)} CPU s, AUC ${of.toFixed(4)}; ours ${times} times`
    );
  }
  return result;
}

/** scikit-learn's time and probabilities; null where it is not installed. */
function askScikit({train, test}: SplitTracks): PeerAnswer | null {
  const about = {names: train.X.names, train: train.X.length, test: test.X.length, trees: TREES, seed: SEED};
  const files = {
    "about.json": JSON.stringify(about),
    "train.f32": columnBytes(train.X),
    "test.f32": columnBytes(test.X),
    "train.u8": train.y
  };
  return askPeer<PeerAnswer>({bench: "forest", module: "sklearn", script: "forestSklearn.py"}, files);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await benchForest();

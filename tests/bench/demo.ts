import {resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {takeRows, takeValues} from "../../lib/columns.js";
import {rocAuc} from "../../lib/metrics/rocAuc.js";
import {fitBoosted} from "../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import {ROOT} from "../../loaders/root.js";
import {locateDemo} from "../../loaders/tracks/locateDemo.js";
import {locateTracks, type Located} from "../../loaders/tracks/locateTracks.js";
import {readDataset} from "../../loaders/tracks/readDataset.js";

/** How well a booster that saw only demo tracks ranks real ones. */
export interface DemoBench {
  readonly demoTracks: number;
  readonly realTracks: number;
  readonly auc: number;
}

/** What a booster trained on 41,106 demo tracks must reach on the real ones. */
const TARGET_AUC = 0.86;

/**
 * Trains a booster on demo tracks, once as many as the study has rows and once as many as the demo draws by default,
 * and measures it on the real tracks.
 *
 * @returns the measurements; none where only the demo is at hand
 * @throws Error if the larger demo misses its target
 */
export async function benchDemo(): Promise<DemoBench[]> {
  const env = {...process.env, OFFLINE: "1"};
  const located = await locateTracks({env, root: ROOT, warn: () => undefined});
  if (located.source === "demo") {
    console.warn("demo: no real tracks to measure it on; set TRACKS or fill data/raw/");
    return [];
  }
  const real = await readClean(located);
  const results: DemoBench[] = [];
  for (const DEMO_TRACKS of ["41106", "12000"]) {
    const demo = await readClean(await locateDemo({DEMO_TRACKS}, ROOT));
    const model = fitBoosted(demo.X, demo.y, {seed: 42});
    const auc = rocAuc(real.y, predictTrees(model, real.X))!;
    results.push({demoTracks: demo.X.length, realTracks: real.X.length, auc});
    console.warn(`demo: AUC ${auc.toFixed(4)} on ${real.X.length} real tracks after ${DEMO_TRACKS} demo tracks`);
  }
  if (results[0].auc < TARGET_AUC) throw new Error(`benchDemo requires AUC ${TARGET_AUC}; got ${results[0].auc}`);
  return results;
}

async function readClean(located: Located) {
  const {raw, clean} = await readDataset(located);
  return {X: takeRows(raw.X, clean), y: takeValues(raw.label, clean)};
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await benchDemo();

// npm run bench [-- boosted forest shap demo score site exams audio]: the benchmarks, against peers where there are any.
import {benchAudio} from "./audio.js";
import {benchBoosted} from "./boosted.js";
import {benchDemo} from "./demo.js";
import {benchExams} from "./exams.js";
import {benchForest} from "./forest.js";
import {benchScore} from "./score.js";
import {benchShap} from "./shap.js";
import {benchSite} from "./site.js";

const BENCHES = {
  boosted: benchBoosted,
  forest: benchForest,
  shap: benchShap,
  demo: benchDemo,
  score: benchScore,
  site: benchSite,
  exams: benchExams,
  audio: benchAudio
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`error: no benchmark ${unknown.join(", ")}; there are ${Object.keys(BENCHES).join(", ")}`);
  process.exit(1);
}
const results: Record<string, unknown> = {};
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length === 0 || asked.includes(name)) results[name] = await bench();
}
process.stdout.write(JSON.stringify(results, null, 2) + "\n");

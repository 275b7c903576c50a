// Peer of tests/bench/boosted.ts: Yggdrasil Decision Forests' gradient-boosted trees in WebAssembly, which take no
// settings, on the split in a folder. Prints the CPU seconds of training alone and the test probabilities as JSON.
import console from "node:console";
import {createRequire} from "node:module";
import {argv, cpuUsage, stdout} from "node:process";
import {readSplit} from "./readSplit.mjs";

console.log = () => undefined; // it says how long it trained
const require = createRequire(import.meta.url);
const ydf = await require("ydf-training")({printErr: () => undefined});
const {version} = require("ydf-training/package.json");
const {names, train, y, test} = readSplit(argv[2]);

/** A CSV; labels are words, else they would be taken for numbers. */
function csvOf(rows, labelOf) {
  const lines = rows.map((row, i) => [...row.map((x) => (Number.isNaN(x) ? "" : x)), labelOf(i)].join(","));
  return [`${names.join(",")},label`, ...lines].join("\n");
}

const data = csvOf(train, (i) => (y[i] ? "hit" : "flop"));
const learner = new ydf.GradientBoostedTreesLearner("label", "CLASSIFICATION");
const start = cpuUsage();
const model = learner.train(data);
const {user, system} = cpuUsage(start);
const p = model.predict(csvOf(test, () => "flop")); // of the second class
if (model.getLabelClasses()[1] !== "hit") p.forEach((value, i) => (p[i] = 1 - value));
stdout.write(JSON.stringify({version, cpuSeconds: (user + system) / 1e6, p}));

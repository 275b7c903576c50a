// Peer of tests/bench/boosted.ts: XGBoost's hist method in WebAssembly, on the split in a folder.
// Prints the CPU seconds of training alone and the test probabilities as JSON.
import console from "node:console";
import {createRequire} from "node:module";
import {argv, cpuUsage, stdout} from "node:process";
import {readSplit} from "./readSplit.mjs";

console.log = console.warn = () => undefined; // it says how it was loaded
const require = createRequire(import.meta.url);
const XGBoost = await require("ml-xgboost");
const {version} = require("ml-xgboost/package.json");
const {params, rounds, train, y, test} = readSplit(argv[2]);
const known = (rows) => rows.map((row) => row.map((x) => (Number.isNaN(x) ? -1 : x))); // -1 is its mark of missing
const X = known(train);
const booster = new XGBoost({...params, silent: 1, iterations: rounds});
const start = cpuUsage();
booster.train(X, y);
const {user, system} = cpuUsage(start);
stdout.write(JSON.stringify({version, cpuSeconds: (user + system) / 1e6, p: booster.predict(known(test))}));

import {fitForest} from "../../lib/forest/fitForest.js";
import {fitSampledForest} from "../../lib/forest/fitSampledForest.js";
import {predictForest} from "../../lib/forest/predictForest.js";
import type {Forest} from "../../lib/forest/types.js";
import {fitGlassbox} from "../../lib/glassbox/fitGlassbox.js";
import {predictGlassbox} from "../../lib/glassbox/predictGlassbox.js";
import {fitLogistic} from "../../lib/logistic/fitLogistic.js";
import {predictLogistic} from "../../lib/logistic/predictLogistic.js";
import {fitMajority} from "../../lib/majority/fitMajority.js";
import {predictMajority} from "../../lib/majority/predictMajority.js";
import {decodeTrees} from "../../lib/trees/decodeTrees.js";
import {encodeTrees} from "../../lib/trees/encodeTrees.js";
import {fitBoosted} from "../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import {readXgboost} from "../../lib/trees/readXgboost.js";
import {writeXgboost} from "../../lib/trees/writeXgboost.js";
import {checkModel} from "./modelChecks.js";

const json = {save: JSON.stringify, load: JSON.parse};

checkModel({name: "majority", fit: fitMajority, predict: predictMajority, ...json});
checkModel({name: "logistic", fit: (X, y) => fitLogistic(X, y), predict: predictLogistic, ...json});
checkModel({name: "glassbox", fit: (X, y) => fitGlassbox(X, y).model, predict: predictGlassbox, ...json});
checkModel({
  name: "boosted",
  fit: (X, y, seed) => fitBoosted(X, y, {seed, rounds: 20, depth: 4}),
  predict: predictTrees,
  save: (model) => JSON.stringify(writeXgboost(model)),
  load: (saved) => readXgboost(JSON.parse(saved))
});

const forestJson = {
  save: (forest: Forest) => JSON.stringify({...forest, trees: Buffer.from(encodeTrees(forest.trees)).toString("hex")}),
  load: (saved: string): Forest => {
    const forest = JSON.parse(saved) as Forest & {trees: string};
    return {...forest, trees: decodeTrees(Buffer.from(forest.trees, "hex"))};
  }
};
checkModel({
  name: "forest",
  fit: (X, y, seed) => fitForest(X, y, {seed, trees: 20}),
  predict: predictForest,
  ...forestJson
});
checkModel({
  name: "sampled forest",
  fit: (X, y, seed) => fitSampledForest(X, y, {seed, rows: 60, trees: 5}),
  predict: predictForest,
  ...forestJson
});

import {fitLogistic} from "../../lib/logistic/fitLogistic.js";
import {predictLogistic} from "../../lib/logistic/predictLogistic.js";
import {fitMajority} from "../../lib/majority/fitMajority.js";
import {predictMajority} from "../../lib/majority/predictMajority.js";
import {fitBoosted} from "../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import {readXgboost} from "../../lib/trees/readXgboost.js";
import {writeXgboost} from "../../lib/trees/writeXgboost.js";
import {checkModel} from "./modelChecks.js";

const json = {save: JSON.stringify, load: JSON.parse};

checkModel({name: "majority", fit: fitMajority, predict: predictMajority, ...json});
checkModel({name: "logistic", fit: (X, y) => fitLogistic(X, y), predict: predictLogistic, ...json});
checkModel({
  name: "boosted",
  fit: (X, y, seed) => fitBoosted(X, y, {seed, rounds: 20, depth: 4}),
  predict: predictTrees,
  save: (model) => JSON.stringify(writeXgboost(model)),
  load: (saved) => readXgboost(JSON.parse(saved))
});

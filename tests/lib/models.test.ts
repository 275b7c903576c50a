import {fitLogistic} from "../../lib/logistic/fitLogistic.js";
import {predictLogistic} from "../../lib/logistic/predictLogistic.js";
import {fitMajority} from "../../lib/majority/fitMajority.js";
import {predictMajority} from "../../lib/majority/predictMajority.js";
import {checkModel} from "./modelChecks.js";

const json = {save: JSON.stringify, load: JSON.parse};

checkModel({name: "majority", fit: fitMajority, predict: predictMajority, ...json});
checkModel({name: "logistic", fit: (X, y) => fitLogistic(X, y), predict: predictLogistic, ...json});

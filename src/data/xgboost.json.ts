// data/xgboost.json: the boosted model as XGBoost saves it; see lib/trees/formatXgboost.ts.
import {formatXgboost} from "../../lib/trees/formatXgboost.js";
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(formatXgboost(await siteData("boosted")));

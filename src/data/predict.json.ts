// data/predict.json: see lib/wire/PredictData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("predict")));

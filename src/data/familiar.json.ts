// data/familiar.json: see FamiliarTracks in lib/wire/PredictData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("familiar")));

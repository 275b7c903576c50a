// data/explain.json: what every model leans on; see lib/wire/ExplainData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("explain")));

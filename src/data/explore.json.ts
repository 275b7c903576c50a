// data/explore.json: see lib/wire/ExploreData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("explore")));

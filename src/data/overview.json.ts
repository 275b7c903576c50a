// data/overview.json: see lib/wire/OverviewData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("overview")));

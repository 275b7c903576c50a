// data/insights.json: the findings and their claims ledger; see lib/wire/InsightsData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("insights")));

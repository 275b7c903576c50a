// data/search.json: titles and artists of all tracks; see lib/search/decodeSearch.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("search")));

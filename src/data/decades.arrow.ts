// data/decades.arrow: boosted models that know one decade each; see loaders/stages/decadeModels.ts.
import {encodeTrees} from "../../lib/trees/encodeTrees.js";
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(encodeTrees(...(await siteData("decades")).trees));

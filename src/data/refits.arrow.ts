// data/refits.arrow: the boosted model fitted anew to resampled artists; see loaders/stages/refitBoosted.ts.
import {encodeTrees} from "../../lib/trees/encodeTrees.js";
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(encodeTrees(...(await siteData("refits"))));

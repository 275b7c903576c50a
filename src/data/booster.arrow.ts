// data/booster.arrow: the boosted model, compact; see lib/trees/encodeTrees.ts.
import {encodeTrees} from "../../lib/trees/encodeTrees.js";
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(encodeTrees(await siteData("boosted")));

// data/forest.arrow: the random forest that is explained, for predicting alone; see lib/forest/types.ts.
import {encodeTrees} from "../../lib/trees/encodeTrees.js";
import {withoutCovers} from "../../lib/trees/withoutCovers.js";
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(encodeTrees(withoutCovers((await siteData("forest")).trees)));

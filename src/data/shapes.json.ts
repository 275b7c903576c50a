// data/shapes.json: the glassbox's curves; see lib/wire/ShapesData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("shapes")));

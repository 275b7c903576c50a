// data/catalogue.json: see lib/catalogue/CatalogueData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("catalogue")));

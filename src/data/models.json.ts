// data/models.json: see lib/wire/ModelsData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("models")));

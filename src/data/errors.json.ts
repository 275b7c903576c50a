// data/errors.json: the tracks that surprised the models most; see lib/wire/ErrorsData.ts.
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(JSON.stringify(await siteData("errors")));

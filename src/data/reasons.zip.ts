// data/reasons/*.json: the explained tracks, and each model's reasons and effects; see lib/wire/ExplainData.ts.
import {EXPLAINED} from "../../loaders/reasonsGraph.js";
import {zipJson} from "../../loaders/site/zipJson.js";
import {siteData} from "../../loaders/siteData.js";

const names = ["songs" as const, ...EXPLAINED.flatMap((id) => [`reasons-${id}` as const, `effects-${id}` as const])];
const files = await Promise.all(names.map(async (name) => [name, await siteData(name)] as const));
process.stdout.write(await zipJson(Object.fromEntries(files)));

// data/reasons/*.json: the explained tracks, and each model's reasons and effects; see lib/wire/ExplainData.ts.
import JSZip from "jszip";
import {EXPLAINED} from "../../loaders/reasonsGraph.js";
import {siteData} from "../../loaders/siteData.js";

const archive = new JSZip();
for (const name of ["songs", ...EXPLAINED.flatMap((id) => [`reasons-${id}`, `effects-${id}`] as const)] as const) {
  archive.file(`${name}.json`, JSON.stringify(await siteData(name)), {date: new Date(0)});
}
process.stdout.write(await archive.generateAsync({type: "nodebuffer"}));

// npm run dev: computes what is missing, then previews the site while its pages are written.
import {runFramework} from "../site/buildSite.js";
import {nameImplicitPackages} from "../site/implicitPackages.js";
import {LOCATED_VARIABLE} from "../siteData.js";
import {computeOutputs} from "./computeOutputs.js";
import {runCommand} from "./runCommand.js";

await runCommand(async (signal) => {
  const {located} = await computeOutputs(signal);
  await nameImplicitPackages();
  await runFramework(["preview", ...process.argv.slice(2)], {[LOCATED_VARIABLE]: JSON.stringify(located)}, signal);
});

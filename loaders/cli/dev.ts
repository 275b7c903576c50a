// npm run dev: computes what is missing, then previews the site while its pages are written.
import {buildGraph} from "../graph.js";
import {runFramework} from "../site/buildSite.js";
import {nameImplicitPackages} from "../site/implicitPackages.js";
import {LOCATED_VARIABLE} from "../siteData.js";
import {runStages} from "../store/runStages.js";
import {findTracks} from "./findTracks.js";
import {runCommand} from "./runCommand.js";
import {stageDisplay} from "./stageDisplay.js";

await runCommand(async (signal) => {
  const located = await findTracks();
  const {outputs} = await buildGraph(located);
  await runStages(Object.values(outputs), {observer: stageDisplay(), signal});
  await nameImplicitPackages();
  await runFramework(["preview", ...process.argv.slice(2)], {[LOCATED_VARIABLE]: JSON.stringify(located)}, signal);
});

// npm run build: tracks, models, explanations, site.
import path from "node:path";
import {ROOT} from "../root.js";
import {buildSite} from "../site/buildSite.js";
import {writeDataFiles} from "../site/writeDataFiles.js";
import {askGraph, LOCATED_VARIABLE} from "../siteData.js";
import {computeOutputs} from "./computeOutputs.js";
import {runCommand} from "./runCommand.js";

await runCommand(async (signal) => {
  const start = performance.now();
  const {located, graph} = await computeOutputs(signal);
  console.warn("building the pages");
  const output = process.env.SITE_OUTPUT ?? "dist";
  await buildSite(path.resolve(ROOT, output), {
    fillCache: (folder) => writeDataFiles(folder, askGraph(graph)),
    env: {[LOCATED_VARIABLE]: JSON.stringify(located)},
    signal
  });
  console.warn(`built ${output} in ${((performance.now() - start) / 1000).toFixed(1)} s; npm run serve shows it`);
});

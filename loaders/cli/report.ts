// npm run -s report: one JSON document on stdout: data, exams, metrics, seconds.
import {buildGraph} from "../graph.js";
import {buildReport} from "../report.js";
import {runStages} from "../store/runStages.js";
import {findTracks} from "./findTracks.js";
import {runCommand} from "./runCommand.js";
import {stageDisplay} from "./stageDisplay.js";

await runCommand(async (signal) => {
  const graph = await buildGraph(await findTracks());
  await runStages(Object.values(graph.outputs), {observer: stageDisplay(), signal});
  process.stdout.write(JSON.stringify(await buildReport(graph), null, 2) + "\n");
});

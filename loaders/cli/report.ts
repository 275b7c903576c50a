// npm run -s report: one JSON document on stdout: data, exams, metrics, seconds.
import {buildReport} from "../report.js";
import {computeOutputs} from "./computeOutputs.js";
import {runCommand} from "./runCommand.js";

await runCommand(async (signal) => {
  const {graph} = await computeOutputs(signal);
  process.stdout.write(JSON.stringify(await buildReport(graph), null, 2) + "\n");
});

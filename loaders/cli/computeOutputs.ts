import {enrichmentWarning} from "../enrichSwitch.js";
import {buildGraph, type Graph} from "../graph.js";
import {runStages} from "../store/runStages.js";
import type {Located} from "../tracks/locateTracks.js";
import {findTracks} from "./findTracks.js";
import {stageDisplay} from "./stageDisplay.js";

/** Finds the tracks and computes, with progress on stderr, every output of the graph that the store lacks. */
export async function computeOutputs(signal: AbortSignal): Promise<{located: Located; graph: Graph}> {
  const located = await findTracks();
  const warning = enrichmentWarning(process.env);
  if (warning !== null) console.warn(warning);
  const graph = await buildGraph(located);
  await runStages(Object.values(graph.outputs), {observer: stageDisplay(), signal});
  return {located, graph};
}

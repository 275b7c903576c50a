import type {Ask} from "./dataFiles.js";
import {buildGraph, type Graph} from "./graph.js";
import {ROOT} from "./root.js";
import {stageResult} from "./store/runStages.js";
import type {Stage} from "./store/stage.js";
import {locateTracks, type Located} from "./tracks/locateTracks.js";

/** Set by a build for Framework and the data loaders it starts, so that all see the same tracks. */
export const LOCATED_VARIABLE = "TRACKORACLE_LOCATED";

/** What a page or a command shows: the result of one of the graph's outputs, computed where the store lacks it. */
export const siteData: Ask = async (name) => {
  const handed = process.env[LOCATED_VARIABLE];
  const located = handed ? (JSON.parse(handed) as Located) : await locateTracks({env: process.env, root: ROOT});
  return askGraph(await buildGraph(located))(name);
};

/** Asks a graph that is there already. */
export const askGraph =
  ({outputs}: Graph): Ask =>
  (name) =>
    stageResult(outputs[name] as Stage<never>);

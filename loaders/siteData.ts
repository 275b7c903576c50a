import {buildGraph, type Graph} from "./graph.js";
import {ROOT} from "./root.js";
import {stageResult} from "./store/runStages.js";
import type {Stage} from "./store/stage.js";
import {locateTracks, type Located} from "./tracks/locateTracks.js";

/** Set by a build for Framework and the data loaders it starts, so that all see the same tracks. */
export const LOCATED_VARIABLE = "TRACKORACLE_LOCATED";

type Outputs = Graph["outputs"];
type ResultOf<S> = S extends Stage<infer T> ? T : never;

/** What a page or a command shows: the result of one of the graph's outputs, computed where the store lacks it. */
export async function siteData<K extends keyof Outputs>(name: K): Promise<ResultOf<Outputs[K]>> {
  const handed = process.env[LOCATED_VARIABLE];
  const located = handed ? (JSON.parse(handed) as Located) : await locateTracks({env: process.env, root: ROOT});
  const {outputs} = await buildGraph(located);
  return (await stageResult(outputs[name] as Stage<unknown>)) as ResultOf<Outputs[K]>;
}

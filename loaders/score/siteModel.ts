import type {TreeEnsemble} from "../../lib/trees/types.js";
import {findTracks} from "../cli/findTracks.js";
import {stageDisplay} from "../cli/stageDisplay.js";
import {buildGraph} from "../graph.js";
import {stageResult} from "../store/runStages.js";

/** The site's boosted trees, from the store, or computed there first with its progress on stderr. */
export async function siteModel(signal: AbortSignal): Promise<TreeEnsemble> {
  const {outputs} = await buildGraph(await findTracks());
  return stageResult(outputs.boosted, {observer: stageDisplay(), signal});
}

import {treeExplainer} from "../lib/shap/treeExplainer.js";
import type {TreeEnsemble} from "../lib/trees/types.js";

/** What the worker is told: first, once, the models; then rows, one at a time. */
export type RefitTask = {readonly refits: readonly TreeEnsemble[]} | {readonly row: Float32Array};

/** What each model makes of a row: SHAP values, log-odds, one list a model. */
export interface RefitAnswer {
  readonly phi: readonly Float64Array[];
}

let explainers: readonly ReturnType<typeof treeExplainer>[] = [];

/** A worker's script, so that the page stays responsive: explains rows by models fitted anew. */
addEventListener("message", ({data}: MessageEvent<RefitTask>) => {
  if ("refits" in data) explainers = data.refits.map(treeExplainer);
  else tell({phi: explainers.map((explain) => explain(data.row).phi)});
});

function tell(answer: RefitAnswer): void {
  postMessage(answer);
}

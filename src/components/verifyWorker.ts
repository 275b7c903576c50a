import {shapByDefinition} from "../lib/shap/shapByDefinition.js";
import type {RowExplanation} from "../lib/shap/types.js";
import type {TreeEnsemble} from "../lib/trees/types.js";

/** What the worker is asked. */
export interface VerifyTask {
  readonly trees: TreeEnsemble;
  readonly row: Float32Array; // one value a feature, NaN where missing
}

/** What it tells: now and then how many trees are done, at last the values by the definition. */
export type VerifyNews = {readonly done: number} | VerifyAnswer;

export interface VerifyAnswer {
  readonly definition: RowExplanation;
  readonly coalitions: number;
  readonly seconds: number;
}

const TELL_EVERY_MS = 100;

/** A worker's script, so that the page stays responsive: explains one row from all coalitions of its features. */
addEventListener("message", ({data: {trees, row}}: MessageEvent<VerifyTask>) => {
  const start = performance.now();
  const steps = shapByDefinition(trees, row);
  let toldAt = start;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if (performance.now() - toldAt < TELL_EVERY_MS) continue;
    toldAt = performance.now();
    tell({done: step.value});
  }
  const seconds = (performance.now() - start) / 1000;
  tell({definition: step.value, coalitions: 2 ** row.length, seconds});
});

function tell(news: VerifyNews): void {
  postMessage(news);
}

import {bestThreshold, type Criterion} from "../lib/metrics/bestThreshold.js";
import {thresholdScores} from "../lib/metrics/thresholdScores.js";
import type {ExamResults} from "../lib/wire/ModelsData.js";
import {costWords, thresholdWords} from "../lib/wire/thresholdWords.js";
import {button} from "./button.js";
import {confusionTable} from "./confusionTable.js";
import {costChart} from "./costChart.js";
import {html} from "./html.js";
import {BASE, chosenModel, COST, type ModelsState} from "./modelsState.js";
import {numberSlider} from "./numberSlider.js";
import {redrawn} from "./redrawn.js";

const GOALS: readonly (readonly [criterion: Criterion, label: string])[] = [
  ["accuracy", "Best accuracy"],
  ["f1", "Best F1"],
  ["youden", "Best Youden’s J"],
  ["cost", "Least cost"]
];

/** The line between called a hit and called a flop: where it lies, what it costs, how common hits are. */
export function confusionPanel(exam: ExamResults, state: ModelsState): HTMLElement {
  const {hits, rows} = exam;
  if (hits === 0 || hits === rows) return html`<p>With hits alone, or flops alone, there is no line to draw.</p>`;
  const place = () => ({studyShare: hits / rows, baseRate: state.now.base / 100, missedHitCost: state.now.cost});
  const scores = () => thresholdScores(chosenModel(exam, state.now.model)!.thresholds, place());
  const choose = (criterion: Criterion) => {
    const best = bestThreshold(scores(), criterion);
    if (best) state.set({threshold: Math.round(best.threshold * 100)});
  };
  const answer = () => {
    const {thresholds} = chosenModel(exam, state.now.model)!;
    const at = state.now.threshold;
    return html`<div>
      ${confusionTable({tp: thresholds.tp[at], fp: thresholds.fp[at], hits, flops: rows - hits}, state.now.base / 100)}
      <p>${thresholdWords(scores()[at], place()).join(" ")}</p>
    </div>`;
  };
  const outcome = redrawn(state, ["model", "threshold", "cost", "base"], answer);
  outcome.setAttribute("aria-live", "polite");
  return html`<div class="line-panel">
    <div>
      ${sliders(state)}
      <fieldset class="choices">
        <legend>Put the line where it gives</legend>
        ${GOALS.map(([criterion, label]) => button(label, () => choose(criterion)))}
      </fieldset>
      ${outcome}
    </div>
    ${redrawn(state, ["model", "threshold", "cost", "base"], () => costChart(scores(), state.now))}
  </div>`;
}

function sliders(state: ModelsState): HTMLElement[] {
  const percent = (value: number) => `${value} %`;
  const made = {
    threshold: numberSlider({id: "threshold", label: "Call it a hit from a probability of", unit: "percent", low: 0, high: 100, step: 1, words: percent, onChange: (value) => state.set({threshold: Math.round(value)})}), // prettier-ignore
    cost: numberSlider({id: "cost", label: "A missed hit costs", unit: "false hits", ...COST, step: 0.05, logarithmic: true, words: costWords, onChange: (cost) => state.set({cost})}), // prettier-ignore
    base: numberSlider({id: "base", label: "Share of hits among the songs judged", unit: "percent", ...BASE, step: 1, words: percent, onChange: (value) => state.set({base: Math.round(value)})}) // prettier-ignore
  };
  const names = ["threshold", "cost", "base"] as const;
  for (const name of names) state.watch([name], () => made[name].set(state.now[name]));
  return names.map((name) => made[name].element);
}

import type {ExamResults, ModelResults} from "../lib/wire/ModelsData.js";
import {choices} from "./choices.js";
import {coverageChart} from "./coverageChart.js";
import {html} from "./html.js";
import {chosenModel, errorPercent, type ModelsState} from "./modelsState.js";
import {redrawn} from "./redrawn.js";
import {verdictChart, type Verdicts} from "./verdictChart.js";

/** Verdicts of an exam's models at the error rate the reader chooses, and whether the promise was kept; nothing without. */
export function conformalPanel(
  exam: ExamResults,
  models: readonly ModelResults[],
  state: ModelsState
): HTMLElement | null {
  const rates = [...new Set(models.flatMap(({conformal}) => conformal.map(errorPercent)))];
  if (rates.length === 0) return null;
  const options = rates.map((rate) => [rate, `${rate} %`] as const);
  const draw = () => {
    const {id} = chosenModel(exam, state.now.model)!;
    const verdicts = models.flatMap((model) => verdictsOf(model, state.now.error));
    const chosen = verdicts.find((verdict) => verdict.id === id);
    if (!chosen) return html`<p>No verdicts were set for this model at this error rate.</p>`;
    return html`<div class="figures">${verdictChart(verdicts, chosen)} ${coverageChart(chosen)}</div>`;
  };
  return html`<div>
    ${choices("Wrong verdicts allowed", options, {value: state.now.error, onChange: (error) => state.set({error})})}
    ${redrawn(state, ["model", "error"], draw)}
  </div>`;
}

function verdictsOf({id, conformal}: ModelResults, error: string): Verdicts[] {
  return conformal.filter((result) => errorPercent(result) === error).map((result) => ({id, ...result}));
}

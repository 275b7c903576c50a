import type {ExamResults} from "../lib/wire/ModelsData.js";
import {choices} from "./choices.js";
import {html} from "./html.js";
import {chosenModel, type ModelsState} from "./modelsState.js";
import {redrawn} from "./redrawn.js";
import {sliceAucChart} from "./sliceAucChart.js";
import {sliceShareChart} from "./sliceShareChart.js";

/** How the chosen model does on parts of an exam's tracks, divided by what the reader chooses; nothing if nobody divided them. */
export function slicePanel(exam: ExamResults, state: ModelsState): HTMLElement | null {
  const ways = [...new Set(chosenModel(exam, state.now.model)!.slices.map(({by}) => by))];
  if (ways.length === 0) return null;
  const options = ways.map((by) => [by, by] as const);
  const way = () => (ways.includes(state.now.slice) ? state.now.slice : ways[0]);
  const draw = () => {
    const {id, slices, metrics} = chosenModel(exam, state.now.model)!;
    const by = way();
    const shown = slices.filter((slice) => slice.by === by);
    return html`<div class="figures">
      ${sliceAucChart(id, by, shown, metrics.auc.value)} ${sliceShareChart(id, by, shown)}
    </div>`;
  };
  return html`<div>
    ${choices("Divide the tracks by", options, {value: way(), onChange: (slice) => state.set({slice})})}
    ${redrawn(state, ["model", "slice"], draw)}
  </div>`;
}

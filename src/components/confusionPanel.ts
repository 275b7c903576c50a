import {formatPercent} from "../lib/format/formatPercent.js";
import type {ExamResults} from "../lib/wire/ModelsData.js";
import type {PredictorId} from "../lib/wire/models.js";
import {choices} from "./choices.js";
import {html} from "./html.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";

/** The confusion matrix of a chosen model at a threshold the reader moves. */
export function confusionPanel({models, rows, hits}: ExamResults): HTMLElement {
  const start = models.find(({id}) => id === "boosted") ?? models[0];
  let id: PredictorId = start.id;
  const slider = html<HTMLInputElement>`<input type="range" min="0" max="1" step="0.01" value="0.5" id="threshold" />`;
  const box = html<HTMLInputElement>`<input
    type="number"
    min="0"
    max="1"
    step="0.01"
    value="0.5"
    aria-label="Threshold, typed"
  />`;
  const matrix = html`<div aria-live="polite"></div>`;
  const show = (threshold: number) => {
    const {tp, fp} = models.find((model) => model.id === id)!.thresholds;
    const at = Math.round(threshold * 100);
    matrix.replaceChildren(matrixOf({threshold, tp: tp[at], fp: fp[at], hits, flops: rows - hits}));
  };
  const set = (value: number, from?: HTMLInputElement) => {
    if (!(value >= 0 && value <= 1)) return;
    for (const input of [slider, box]) if (input !== from) input.valueAsNumber = value;
    show(value);
  };
  slider.addEventListener("input", () => set(slider.valueAsNumber, slider));
  box.addEventListener("input", () => set(box.valueAsNumber, box));
  show(0.5);
  const options = models.map((model) => [model.id, MODEL_LABELS[model.id]] as const);
  const onChange = (chosen: PredictorId) => {
    id = chosen;
    show(slider.valueAsNumber);
  };
  return html`<div>
    ${models.length > 1 ? choices("Model", options, {value: id, onChange}) : null}
    <div class="slider-row" style="max-width: 30rem">
      <label for="threshold">Call it a hit from this probability on</label>${slider}${box}
    </div>
    ${matrix}
  </div>`;
}

interface Counts {
  readonly threshold: number;
  readonly tp: number;
  readonly fp: number;
  readonly hits: number;
  readonly flops: number;
}

function matrixOf({threshold, tp, fp, hits, flops}: Counts): HTMLElement {
  const called = tp + fp;
  const right = tp + flops - fp;
  const cell = (count: number, of: number) =>
    html`<td class="num">${count.toLocaleString("en")}<small>${of > 0 ? formatPercent(count / of) : "–"}</small></td>`;
  return html`<div>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col" class="num">called a hit</th>
          <th scope="col" class="num">called a flop</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row"><span class="hit">is a hit</span></th>
          ${cell(tp, hits)}${cell(hits - tp, hits)}
        </tr>
        <tr>
          <th scope="row"><span class="flop">is a flop</span></th>
          ${cell(fp, flops)}${cell(flops - fp, flops)}
        </tr>
      </tbody>
    </table>
    <p>
      At ${formatPercent(threshold)} the model is right on ${formatPercent(right / (hits + flops))} of the tracks.
      ${
        called === 0
          ? "It calls nothing a hit."
          : `Of its ${called.toLocaleString("en")} calls, ${formatPercent(tp / called)} are hits, which is ${formatPercent(tp / hits)} of all hits.`
      }
    </p>
  </div>`;
}

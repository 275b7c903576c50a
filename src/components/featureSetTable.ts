import type {FeatureSetResult} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {differenceCell} from "./differenceCell.js";
import {estimateCell} from "./estimateCell.js";
import {html} from "./html.js";

/** AUC and calibration of each model given the sound alone, and given what else is known. */
export function featureSetTable(results: readonly FeatureSetResult[]): HTMLElement {
  if (results.some(({all}) => all) && results.every(({audio}) => audio === null))
    return html`<p>Nothing to compare: this study knows nothing of its tracks but their sound.</p>`;
  const columns = ["AUC, sound alone", "AUC, everything", "Gain", "ECE, sound alone", "ECE, everything"];
  return html`<div class="table-scroll sticky-column" tabindex="0" role="region" aria-label="Two sets of features">
    <table>
      <thead>
        <tr>
          <th scope="col">Model</th>
          ${columns.map((name) => html`<th scope="col" class="num">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${results.map(
          ({id, audio, all, gain}) =>
            html`<tr>
              <th scope="row">${MODEL_LABELS[id]}</th>
              ${estimateCell(audio && audio.auc)} ${estimateCell(all && all.auc)} ${differenceCell(gain)}
              ${estimateCell(audio && audio.ece)} ${estimateCell(all && all.ece)}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

import {formatPercent} from "../lib/format/formatPercent.js";
import type {PartResult} from "../lib/wire/ModelsData.js";
import {estimateCell} from "./estimateCell.js";
import {html} from "./html.js";

/** A forward exam decade by decade: from what a model learned, on what it was tested, how it did. */
export function partsTable(parts: readonly PartResult[]): HTMLElement {
  const columns = ["Tracks", "Hits", "AUC", "Accuracy", "ECE", "ECE, recalibrated on the past"];
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Each decade tested">
    <table>
      <thead>
        <tr>
          <th scope="col">Tested on</th>
          <th scope="col">Learned from</th>
          ${columns.map((name) => html`<th scope="col" class="num">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          ({trainedOn, tested, rows, hits, metrics, recalibratedEce}) =>
            html`<tr>
              <th scope="row">${tested}</th>
              <td>${trainedOn}</td>
              <td class="num">${rows.toLocaleString("en")}</td>
              <td class="num">${formatPercent(hits / rows)}</td>
              ${[metrics.auc, metrics.accuracy, metrics.ece, recalibratedEce].map((estimate) => estimateCell(estimate))}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

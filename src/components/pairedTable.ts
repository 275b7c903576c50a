import type {Comparison, ModelResults} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {differenceCell} from "./differenceCell.js";
import {html} from "./html.js";

const COLUMNS: readonly (readonly [key: keyof Comparison, label: string])[] = [
  ["auc", "AUC"],
  ["accuracy", "Accuracy"],
  ["logLoss", "Log loss"],
  ["brier", "Brier"]
];

/** Each model minus the boosted trees on the same tracks, folded away; nothing where no two were compared. */
export function pairedTable(models: readonly ModelResults[]): HTMLElement | null {
  const compared = models.flatMap(({id, versus}) => (versus ? [{id, versus}] : []));
  if (compared.length === 0) return null;
  return html`<details class="more">
    <summary>Paired tests of each model against the boosted trees</summary>
    <p>
      Each model’s measure minus that of the boosted trees on the same tracks, with its 95 % interval. AUC by DeLong’s
      test, the others by redrawing; both keep an artist’s tracks together. A small p says that chance alone would
      seldom part them so far; it is not corrected for the number of tests.
    </p>
    <div class="table-scroll sticky-column" tabindex="0" role="region" aria-label="Paired tests">
      <table>
        <thead>
          <tr>
            <th scope="col">Model</th>
            ${COLUMNS.map(([, label]) => html`<th scope="col" class="num">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${compared.map(
            ({id, versus}) =>
              html`<tr>
                <th scope="row">${MODEL_LABELS[id]}</th>
                ${COLUMNS.map(([key]) => differenceCell(versus[key]))}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

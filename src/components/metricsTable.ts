import type {Estimate, Metrics, NoEstimate} from "../lib/metrics/types.js";
import type {ModelResults} from "../lib/wire/ModelsData.js";
import {html} from "./html.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";

const MEASURES: readonly (readonly [key: Exclude<keyof Metrics, "confusion">, label: string, title: string])[] = [
  ["auc", "AUC", "chance that a hit ranks above a flop"],
  ["accuracy", "Accuracy", "share called right at 50 %"],
  ["f1", "F1", "harmonic mean of precision and recall at 50 %"],
  ["precision", "Precision", "share of hits among those called hits"],
  ["recall", "Recall", "share of the hits that are called hits"],
  ["averagePrecision", "Avg. precision", "precision averaged over the recall"],
  ["logLoss", "Log loss", "surprise in nats a track, lower is better"],
  ["brier", "Brier", "mean squared error of the probability, lower is better"],
  ["ece", "ECE", "mean gap between promised and real share of hits, lower is better"]
];

/** Every measure of every model, with 95 % intervals. */
export function metricsTable(models: readonly ModelResults[]): HTMLElement {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Measures of each model">
    <table>
      <thead>
        <tr>
          <th scope="col">Model</th>
          ${MEASURES.map(([, label, title]) => html`<th scope="col" class="num"><abbr title=${title}>${label}</abbr></th>`)}
        </tr>
      </thead>
      <tbody>
        ${models.map(
          ({id, metrics}) =>
            html`<tr>
              <th scope="row">${MODEL_LABELS[id]}</th>
              ${MEASURES.map(([key]) => estimateCell(metrics[key]))}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

function estimateCell({value, low, high}: Estimate | NoEstimate): HTMLElement {
  if (value === null) return html`<td class="num"><span title="undefined here">–</span></td>`;
  return html`<td class="num">${digits(value)}<small>${digits(low)} to ${digits(high)}</small></td>`;
}

const digits = (value: number) => value.toFixed(3).replace(/^0/, "");

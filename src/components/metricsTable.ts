import type {Metrics} from "../lib/metrics/types.js";
import {examined, refused} from "../lib/wire/examined.js";
import type {ExamResults, ModelResults} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {differenceCell} from "./differenceCell.js";
import {estimateCell} from "./estimateCell.js";
import {html} from "./html.js";

type Measure = Exclude<keyof Metrics, "confusion">;

interface Column {
  readonly key: Measure;
  readonly label: string;
  readonly meaning: string;
  readonly best?: "most" | "least"; // none where the best depends on the threshold
}

const COLUMNS: readonly Column[] = [
  {key: "auc", label: "AUC", meaning: "chance that a hit ranks above a flop", best: "most"},
  {key: "accuracy", label: "Accuracy", meaning: "share called right at 50 %", best: "most"},
  {key: "f1", label: "F1", meaning: "harmonic mean of precision and recall at 50 %", best: "most"},
  {key: "precision", label: "Precision", meaning: "share of hits among those called hits"},
  {key: "recall", label: "Recall", meaning: "share of the hits that are called hits"},
  {key: "averagePrecision", label: "Avg. precision", meaning: "precision averaged over the recall", best: "most"},
  {key: "logLoss", label: "Log loss", meaning: "surprise in nats a track, lower is better", best: "least"},
  {key: "brier", label: "Brier", meaning: "mean squared error of the probability, lower is better", best: "least"},
  {
    key: "ece",
    label: "ECE",
    meaning: "mean gap between promised and real share of hits, lower is better",
    best: "least"
  }
];

/** Every measure of every model with 95 % intervals, by rising AUC; the best of each, the base rate aside, is bold. */
export function metricsTable(exam: ExamResults): HTMLElement {
  const models = [...examined(exam)].sort((a, b) => (a.metrics.auc.value ?? 0) - (b.metrics.auc.value ?? 0));
  const [auc, ...others] = COLUMNS;
  const best = new Map(COLUMNS.map((column) => [column.key, bestOf(models, column)]));
  const cell = (model: ModelResults, {key}: Column) => estimateCell(model.metrics[key], best.get(key) === model);
  const head = ({label, meaning}: Pick<Column, "label" | "meaning">) =>
    html`<th scope="col" class="num"><abbr title=${meaning}>${label}</abbr></th>`;
  return html`<div class="table-scroll sticky-column" tabindex="0" role="region" aria-label="Measures of each model">
    <table>
      <thead>
        <tr>
          <th scope="col">Model</th>
          ${head(auc)} ${head({label: "against boosted", meaning: "AUC minus that of the boosted trees, paired test"})}
          ${others.map(head)}
        </tr>
      </thead>
      <tbody>
        ${models.map(
          (model) =>
            html`<tr>
              <th scope="row">${MODEL_LABELS[model.id]}</th>
              ${cell(model, auc)} ${differenceCell(model.versus?.auc ?? null)}
              ${others.map((column) => cell(model, column))}
            </tr>`
        )}
        ${refused(exam).map(
          ({id, refusal}) =>
            html`<tr>
              <th scope="row">${MODEL_LABELS[id]}</th>
              <td colspan=${COLUMNS.length + 1}>not examined: ${refusal}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

/** The model that does best by a measure; nobody where it is not a contest. */
function bestOf(models: readonly ModelResults[], {key, best}: Column): ModelResults | undefined {
  const valueOf = ({metrics}: ModelResults) => metrics[key].value! * (best === "least" ? -1 : 1);
  const ranked = models
    .filter(({id, metrics}) => id !== "majority" && metrics[key].value !== null)
    .sort((a, b) => valueOf(b) - valueOf(a));
  return best && ranked.length > 1 ? ranked[0] : undefined;
}

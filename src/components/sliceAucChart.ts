import {formatMeasure} from "../lib/format/formatMeasure.js";
import type {SliceResult} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictorId} from "../lib/wire/models.js";
import {html} from "./html.js";
import {intervalChart} from "./intervalChart.js";

/** AUC of a model within each slice, against its AUC over all tracks. */
export function sliceAucChart(
  id: PredictorId,
  by: string,
  slices: readonly SliceResult[],
  overall: number | null
): HTMLElement {
  if (slices.every(({auc}) => auc.value === null)) {
    return html`<p>No part by ${by.toLowerCase()} holds both hits and flops, so none can be ranked.</p>`;
  }
  const rows = slices.map(({label, auc, rows}) => ({
    label,
    estimate: auc,
    note: `${rows.toLocaleString("en")} tracks`
  }));
  return intervalChart(rows, {
    title: finding(id, slices),
    summary: `AUC within each part by ${by.toLowerCase()}, with its 95 % interval; the dashed line is the AUC over all tracks.`,
    table: {
      columns: [by, "Tracks", "Hits", "AUC", "Low", "High", "Accuracy"],
      rows: slices.map(({label, rows, hits, auc, accuracy}) => [label, rows, hits, auc.value, auc.low, auc.high, accuracy]) // prettier-ignore
    },
    x: "AUC",
    format: formatMeasure,
    reference: overall ?? undefined
  });
}

function finding(id: PredictorId, slices: readonly SliceResult[]): string {
  const known = slices.filter(({auc}) => auc.value !== null).sort((a, b) => b.auc.value! - a.auc.value!);
  const said = ({label, auc}: SliceResult) => `${label} (${formatMeasure(auc.value!)})`;
  const [best, worst] = [known[0], known[known.length - 1]];
  if (best === worst) return `${MODEL_LABELS[id]}: ${said(best)}`;
  return `${MODEL_LABELS[id]}: easiest ${said(best)}, hardest ${said(worst)}`;
}

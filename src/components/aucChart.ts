import {formatMeasure} from "../lib/format/formatMeasure.js";
import type {ModelResults} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictorId} from "../lib/wire/models.js";
import {intervalChart} from "./intervalChart.js";

/** AUC of an exam's models with their intervals, the best on top, the chosen one strong; nothing where none is defined. */
export function aucChart(models: readonly ModelResults[], chosen: PredictorId): HTMLElement | null {
  const ranked = models
    .filter(({id}) => id !== "majority")
    .sort((a, b) => (b.metrics.auc.value ?? 0) - (a.metrics.auc.value ?? 0));
  if (ranked.every(({metrics}) => metrics.auc.value === null)) return null;
  const rows = ranked.map(({id, metrics}) => ({
    label: MODEL_LABELS[id],
    estimate: metrics.auc,
    strong: id === chosen
  }));
  return intervalChart(rows, {
    title: finding(ranked),
    summary:
      "AUC, the chance that a hit is ranked above a flop: .5 is a coin, and the base rate’s; 1 is perfect. The bar is a 95 % interval. " +
      "Bars may overlap where a paired test still tells two models apart, for both judged the same tracks.",
    table: "Model",
    x: "AUC",
    format: formatMeasure
  });
}

function finding(ranked: readonly ModelResults[]): string {
  const real = ranked.filter(({metrics}) => metrics.auc.value !== null);
  const [best, worst] = [real[0], real[real.length - 1]];
  if (real.length === 1) return `${MODEL_LABELS[best.id]}: AUC ${formatMeasure(best.metrics.auc.value!)}`;
  return `AUC from ${formatMeasure(worst.metrics.auc.value!)} to ${formatMeasure(best.metrics.auc.value!)} by the choice of the model`;
}

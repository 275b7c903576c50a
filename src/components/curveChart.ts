import * as Plot from "@observablehq/plot";
import type {Curve, ModelResults} from "../lib/wire/ModelsData.js";
import type {PredictorId} from "../lib/wire/models.js";
import {chart} from "./chart.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {unitSquare} from "./unitSquare.js";

/** Dashes tell the models' lines apart; colour is kept for hit and flop. */
const MODEL_DASHES: Readonly<Record<PredictorId, string>> = {
  majority: "1,5",
  logistic: "7,4",
  boosted: "none",
  memory: "2,3"
};

/** ROC curves of an exam's models. */
export function rocChart(models: readonly ModelResults[]): HTMLElement {
  const best = bestOf(models, "auc");
  const auc = best.metrics.auc.value;
  return curves(
    models.filter(({id}) => id !== "majority"),
    (model) => model.roc,
    {
      title:
        auc === null
          ? "No ROC curve: the exam holds one class"
          : `A hit outranks a flop ${(auc * 100).toFixed(1)} % of the time: ${MODEL_LABELS[best.id].toLowerCase()}`,
      summary:
        "ROC curves: the share of hits found against the share of flops wrongly called hits, at every threshold.",
      x: "Flops called hits (false positive rate)",
      y: "Hits found (true positive rate)",
      diagonal: true
    }
  );
}

/** Precision-recall curves of an exam's models. */
export function precisionRecallChart(models: readonly ModelResults[]): HTMLElement {
  const shown = models.filter(({id}) => id !== "majority");
  const best = bestOf(shown, "averagePrecision");
  const half = precisionAt(best.precisionRecall, 0.5);
  return curves(shown, (model) => model.precisionRecall, {
    title:
      half === null
        ? "No precision-recall curve: the exam holds no hit"
        : `Of the surest calls that find half of the hits, ${(half * 100).toFixed(0)} % are hits`,
    summary: `Precision against recall for every threshold; the finding is for ${MODEL_LABELS[best.id].toLowerCase()}. Precision depends on the share of hits, which outside a study is far lower.`,
    x: "Hits found (recall)",
    y: "Hits among calls (precision)"
  });
}

interface CurveOptions {
  readonly title: string;
  readonly summary: string;
  readonly x: string;
  readonly y: string;
  readonly diagonal?: boolean;
}

function curves(models: readonly ModelResults[], curveOf: (model: ModelResults) => Curve, options: CurveOptions) {
  const points = models.flatMap((model) => {
    const {x, y} = curveOf(model);
    return x.map((value, i) => ({model: model.id, label: MODEL_LABELS[model.id], x: value, y: y[i]}));
  });
  return chart({
    title: options.title,
    summary: options.summary,
    table: {columns: ["Model", options.x, options.y], rows: points.map(({label, x, y}) => [label, x, y])},
    heightPx: 380,
    draw: (width) =>
      Plot.plot({
        ...unitSquare(width, options),
        marks: [
          options.diagonal ? Plot.line([{x: 0, y: 0}, {x: 1, y: 1}], {x: "x", y: "y", strokeOpacity: 0.3}) : null, // prettier-ignore
          models.map(({id}) =>
            Plot.line(
              points.filter(({model}) => model === id),
              {x: "x", y: "y", strokeDasharray: MODEL_DASHES[id], strokeWidth: 2}
            )
          ),
          Plot.text(labelSpots(models, curveOf), {
            x: "x",
            y: "y",
            text: "label",
            textAnchor: "start",
            dx: 6,
            dy: 8,
            stroke: "var(--theme-background)",
            strokeWidth: 4,
            fill: "currentColor"
          }),
          Plot.tip(
            points,
            Plot.pointer({
              x: "x",
              y: "y",
              title: ({label, x, y}) =>
                `${label}\n${options.x} ${(x * 100).toFixed(1)} %\n${options.y} ${(y * 100).toFixed(1)} %`
            })
          )
        ]
      })
  });
}

/** Where each model's name is written: at spread places along its curve. */
function labelSpots(models: readonly ModelResults[], curveOf: (model: ModelResults) => Curve) {
  return models.flatMap((model, k) => {
    const {x, y} = curveOf(model);
    if (x.length === 0) return [];
    const i = nearest(x, 0.18 + 0.2 * k);
    return [{x: x[i], y: y[i], label: MODEL_LABELS[model.id]}];
  });
}

/** Precision where the recall is nearest to a share; null for an empty curve. */
function precisionAt({x, y}: Curve, recall: number): number | null {
  if (x.length === 0) return null;
  return y[nearest(x, recall)];
}

/** Index of the value closest to a target. */
function nearest(x: readonly number[], target: number): number {
  return x.reduce((best, value, i) => (Math.abs(value - target) < Math.abs(x[best] - target) ? i : best), 0);
}

/** The model that does best by a measure where more is better. */
function bestOf(models: readonly ModelResults[], measure: "auc" | "averagePrecision"): ModelResults {
  const value = ({metrics}: ModelResults) => metrics[measure].value ?? 0;
  return models.reduce((a, b) => (value(b) > value(a) ? b : a));
}

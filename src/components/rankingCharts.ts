import {formatPercent} from "../lib/format/formatPercent.js";
import type {Curve, ExamResults, ModelResults} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {formatShare} from "../lib/format/formatShare.js";
import {curveChart} from "./curveChart.js";

/** ROC, precision-recall and lift curves of an exam's models, said of the chosen one. */
export function rankingCharts(exam: ExamResults, models: readonly ModelResults[], chosen: ModelResults): HTMLElement[] {
  const share = exam.hits / exam.rows;
  const name = MODEL_LABELS[chosen.id];
  const {auc} = chosen.metrics;
  const half = nearest(chosen.precisionRecall, 0.5);
  const tenth = nearest(chosen.lift, 0.1);
  const top = Math.max(1, ...models.flatMap(({lift}) => lift.y)) * 1.05;
  const low = share > 0.3; // curves of many hits leave the lower corners empty, those of few the upper right
  return [
    ...(chosen.roc.x.length > 0
      ? [
          curveChart(models, chosen.id, {
            title: `${name}: ${formatShare(auc.value)} of hit-flop pairs ranked right`,
            summary: "ROC: the share of hits found against the share of flops wrongly called hits, at every threshold.",
            curveOf: ({roc}) => roc,
            x: "Flops called hits",
            y: "Hits found",
            chance: [[0, 0], [1, 1]], // prettier-ignore
            keyCorner: "low right"
          })
        ]
      : []),
    ...(half === null
      ? []
      : [
          curveChart(models, chosen.id, {
            title: `Of the surest calls that find half of the hits, ${formatPercent(half)} are hits`,
            summary: `Precision against recall. Precision depends on the share of hits, ${formatPercent(share)} here and far lower outside.`,
            curveOf: ({precisionRecall}) => precisionRecall,
            x: "Hits found (recall)",
            y: "Hits among calls (precision)",
            chance: [[0, share], [1, share]], // prettier-ignore
            keyCorner: low ? "low left" : "high right"
          })
        ]),
    ...(tenth === null
      ? []
      : [
          curveChart(models, chosen.id, {
            title: `The surest tenth of the tracks holds ${tenth.toFixed(1)} times as many hits as any tenth`,
            summary: `Lift: how many times more hits there are among the surest calls than among all tracks; at most ${(1 / share).toFixed(1)} here.`,
            curveOf: ({lift}) => lift,
            x: "Tracks called hits",
            y: "Times more hits than chance",
            chance: [[0, 1], [1, 1]], // prettier-ignore
            top,
            keyCorner: low ? "low left" : "high right"
          })
        ])
  ];
}

/** A curve's height where it is nearest to a place; null for an empty curve. */
function nearest({x, y}: Curve, target: number): number | null {
  if (x.length === 0) return null;
  return y[x.reduce((best, value, i) => (Math.abs(value - target) < Math.abs(x[best] - target) ? i : best), 0)];
}

import * as Plot from "@observablehq/plot";
import {formatMeasure} from "../lib/format/formatMeasure.js";
import type {ExamResults, PartResult} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {chosenModel} from "./modelsState.js";
import type {PredictorId} from "../lib/wire/models.js";

interface Point {
  readonly exam: string;
  readonly part: PartResult;
  readonly tested: string;
  readonly auc: number;
  readonly low: number;
  readonly high: number;
  readonly own: boolean; // of the exam shown
}

/** AUC on each decade tested, both ways of training on the past; the exam shown is strong; nothing where none can be ranked. */
export function partsChart(exams: readonly ExamResults[], shown: ExamResults, id: PredictorId): HTMLElement | null {
  const points = exams.flatMap((exam) => pointsOf(exam, exam.id === shown.id, id));
  if (!points.some(({own}) => own)) return null;
  const titles = [...new Set(points.map(({exam}) => exam))];
  const decades = [...new Set(points.map(({tested}) => tested))].sort();
  const dash = (exam: string) => (exam === shown.title ? "none" : "4,3");
  const ends = titles.map((exam) => points.filter((point) => point.exam === exam).at(-1)!);
  return chart({
    title: finding(points.filter(({own}) => own)),
    summary:
      `AUC of ${MODEL_LABELS[id].toLowerCase()} on each decade, learned from earlier ones only, with 95 % intervals: ` +
      `${titles.map((title) => `“${title}” ${dash(title) === "none" ? "solid" : "dashed"}`).join(", ")}.`,
    table: {
      columns: ["Exam", "Learned from", "Tested on", "AUC", "Low", "High"],
      rows: points.map(({exam, part, tested, auc, low, high}) => [exam, part.trainedOn, tested, auc, low, high])
    },
    heightPx: 300,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, 760),
        height: 300,
        marginLeft: 48,
        marginBottom: 40,
        marginRight: 76,
        x: {type: "point", domain: decades, label: "Decade tested"},
        y: {label: "AUC", grid: true, tickFormat: (d: number) => formatMeasure(d).slice(0, 3), ticks: 6, nice: true},
        marks: [
          titles.map(
            (title) =>
            Plot.line(points.filter(({exam}) => exam === title), {x: "tested", y: "auc", strokeDasharray: dash(title), strokeWidth: title === shown.title ? 2.5 : 1.5}) // prettier-ignore
          ),
          Plot.ruleX(points.filter(({own}) => own), {x: "tested", y1: "low", y2: "high", strokeWidth: 5, strokeOpacity: 0.3}), // prettier-ignore
          Plot.dot(points, {
            x: "tested",
            y: "auc",
            r: (d: Point) => (d.own ? 4.5 : 3),
            fill: (d: Point) => (d.own ? "currentColor" : "var(--theme-background)"),
            stroke: "currentColor",
            tip: true,
            title: ({exam, part, tested, auc}: Point) => `${exam}\n${part.trainedOn}, then ${tested}: AUC ${formatMeasure(auc)}` // prettier-ignore
          }),
          ends.map((end) =>
            Plot.text([end], {
              x: "tested",
              y: "auc",
              text: () => (end.own ? "this exam" : "the other"),
              fontWeight: end.own ? 700 : 400,
              textAnchor: "start",
              dx: 10,
              dy: ends.some((other) => other.auc > end.auc) ? 8 : -8
            })
          )
        ]
      })
  });
}

function pointsOf(exam: ExamResults, own: boolean, id: PredictorId): Point[] {
  const model = chosenModel(exam, id);
  if (model?.id !== id) return [];
  return model.parts.flatMap((part) => {
    const {value, low, high} = part.metrics.auc;
    return value === null ? [] : [{exam: exam.title, part, tested: part.tested, auc: value, low, high, own}];
  });
}

function finding(points: readonly Point[]): string {
  const said = ({tested, auc}: Point) => `${formatMeasure(auc)} on the ${tested}`;
  const worst = points.reduce((a, b) => (b.auc < a.auc ? b : a));
  const best = points.reduce((a, b) => (b.auc > a.auc ? b : a));
  return best === worst ? `AUC ${said(best)}` : `From ${said(worst)} to ${said(best)}`;
}

import * as Plot from "@observablehq/plot";
import type {OverviewData} from "../lib/wire/OverviewData.js";
import {chart} from "./chart.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";

/** AUC with its interval, a row an exam and a mark a model: the headline of the site. */
export function examChart({exams, study}: Pick<OverviewData, "exams" | "study">): HTMLElement {
  const rows = exams.flatMap(({title, models}) =>
    models
      .filter(({id}) => id !== "majority")
      .flatMap(({id, metrics: {auc}}) => (auc.value === null ? [] : [{exam: title, model: MODEL_LABELS[id], ...auc}]))
  );
  const best = rows.reduce((a, b) => (b.value > a.value ? b : a));
  const memoryWins = best.model === MODEL_LABELS.memory;
  return chart({
    title: memoryWins
      ? "Remembering the artist beats every model of the song"
      : `${best.model} ranks best, in the exam “${best.exam}”`,
    summary:
      `AUC on tracks the model did not learn from, ${study}: .5 is a coin, 1 is perfect. The bar is a 95 % interval.` +
      (memoryWins
        ? " A rule that knows only whether the artist had hits wins, so an exam that lets a model meet the artist flatters it."
        : ""),
    table: {
      columns: ["Exam", "Model", "AUC", "Low", "High"],
      rows: rows.map(({exam, model, value, low, high}) => [exam, model, value, low, high])
    },
    heightPx: 40 + rows.length * 40,
    draw: (width) => {
      const narrow = width < 560;
      return Plot.plot({
        width,
        height: 40 + rows.length * (narrow ? 44 : 34),
        marginLeft: narrow ? 8 : 190,
        marginRight: 24,
        marginBottom: 40,
        x: {domain: [0.5, 1], label: "AUC", grid: true, tickFormat: (d: number) => d.toFixed(2).replace("0.", ".")},
        y: {axis: null, domain: rows.map(({exam, model}) => `${exam}\n${model}`)},
        marks: [
          Plot.ruleX([0.5]),
          Plot.ruleY(rows, {y: rowName, x1: "low", x2: "high", strokeWidth: 5, strokeOpacity: 0.35}),
          Plot.dot(rows, {
            y: rowName,
            x: "value",
            r: 5,
            fill: "currentColor",
            symbol: "model",
            tip: true,
            title: tipText
          }),
          Plot.text(rows, {
            y: rowName,
            x: narrow ? 0.5 : "low",
            textAnchor: narrow ? "start" : "end",
            dx: narrow ? 2 : -8,
            dy: narrow ? -14 : 0,
            text: (d: Row) => (narrow ? `${d.exam}: ${d.model}` : d.model)
          }),
          narrow
            ? null
            : Plot.axisY({
                tickFormat: (name: string) => name.split("\n")[0],
                tickSize: 0,
                label: null,
                ticks: firstOfEach(rows).map(rowName)
              })
        ]
      });
    }
  });
}

interface Row {
  readonly exam: string;
  readonly model: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const rowName = ({exam, model}: Row) => `${exam}\n${model}`;

const tipText = ({exam, model, value, low, high}: Row) =>
  `${exam}\n${model}: AUC ${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

function firstOfEach(rows: readonly Row[]): Row[] {
  return rows.filter((row, i) => rows.findIndex(({exam}) => exam === row.exam) === i);
}

import * as Plot from "@observablehq/plot";
import {formatMeasure} from "../lib/format/formatMeasure.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictorId} from "../lib/wire/models.js";
import type {OverviewData} from "../lib/wire/OverviewData.js";
import {chart} from "./chart.js";

interface Row {
  readonly exam: string;
  readonly id: PredictorId;
  readonly model: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly named: boolean; // beside its mark
}

interface Look {
  readonly symbol: "circle" | "square" | "triangle" | "diamond";
  readonly side: "left" | "right" | "above" | "below"; // where the name stands
}

/** The models that tell the story, apart by their shape; the others stand on the page that compares all. */
const SHOWN: Partial<Record<PredictorId, Look>> = {
  logistic: {symbol: "square", side: "left"},
  forest: {symbol: "triangle", side: "above"},
  mlp: {symbol: "diamond", side: "below"},
  boosted: {symbol: "circle", side: "right"},
  memory: {symbol: "circle", side: "left"}
};

/** AUC with its interval, a row an exam and a mark a model: the headline of the site. */
export function examChart({exams, study}: Pick<OverviewData, "exams" | "study">): HTMLElement {
  const rows = rowsOf(exams);
  const best = rows.reduce<Row | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined);
  const memoryWins = best?.id === "memory";
  const refused = exams.filter(({refusal}) => refusal !== null);
  return chart({
    title: memoryWins
      ? "Remembering the artist beats every model of the song"
      : best
        ? `Best: ${best.model.toLowerCase()}, in the exam “${best.exam}”`
        : "No exam could be held",
    summary:
      `AUC on tracks the model did not learn from, ${study}: .5 is a coin, 1 is perfect. The bar is a 95 % interval.` +
      (memoryWins
        ? " A rule that knows only whether the artist had hits wins, so an exam that lets a model meet the artist flatters it."
        : "") +
      refused.map(({title, refusal}) => ` “${title}” could not be held: ${refusal}.`).join(""),
    table: {
      columns: ["Exam", "Model", "AUC", "Low", "High"],
      rows: rows.map(({exam, model, value, low, high}) => [exam, model, value, low, high])
    },
    heightPx: 60 + exams.length * 54,
    draw: (width) => draw(exams, rows, width)
  });
}

function rowsOf(exams: OverviewData["exams"]): Row[] {
  const seen = new Set<PredictorId>();
  return exams.flatMap(({title, models}) =>
    models.flatMap(({id, metrics: {auc}}) => {
      if (!SHOWN[id] || auc.value === null) return [];
      const named = !seen.has(id);
      seen.add(id);
      return [{exam: title, id, model: MODEL_LABELS[id], ...auc, named}];
    })
  );
}

function draw(exams: OverviewData["exams"], rows: readonly Row[], width: number) {
  const narrow = width < 640;
  const titles = exams.map(({title}) => title);
  const refused = exams.filter(({refusal}) => refusal !== null);
  const floor = Math.min(0.5, ...rows.map(({low}) => low));
  const text = ({id, model, value, named}: Row) =>
    `${named ? model : ""}${id === "boosted" || id === "memory" ? ` ${formatMeasure(value)}` : ""}`;
  return Plot.plot({
    width,
    height: 60 + exams.length * 54,
    marginLeft: narrow ? 8 : 220,
    marginRight: narrow ? 64 : 40,
    marginTop: 20,
    marginBottom: 40,
    x: {
      domain: [floor, 1],
      label: "AUC",
      grid: true,
      ticks: 6,
      tickFormat: (d: number) => d.toFixed(1).replace("0.", ".")
    },
    y: {type: "point", domain: titles, axis: null, padding: 0.5},
    marks: [
      Plot.ruleX([0.5], {strokeOpacity: 0.5}),
      Plot.ruleY(rows, {y: "exam", x1: "low", x2: "high", strokeWidth: 5, strokeOpacity: 0.25}),
      Plot.dot(rows, {
        y: "exam",
        x: "value",
        r: 4.5,
        symbol: ({id}: Row) => SHOWN[id]!.symbol,
        fill: ({id}: Row) => (id === "boosted" || id === "memory" ? "currentColor" : "var(--theme-background)"),
        stroke: "currentColor",
        tip: true,
        title: ({exam, model, value, low, high}: Row) =>
          `${exam}\n${model}: AUC ${formatMeasure(value)} (${formatMeasure(low)} to ${formatMeasure(high)})`
      }),
      rows.map((row) => Plot.text([row], {y: "exam", text, ...placeOf(SHOWN[row.id]!.side)})),
      Plot.text(titles, {
        y: (title: string) => title,
        frameAnchor: "left",
        text: (title: string) => title,
        textAnchor: narrow ? "start" : "end",
        dx: narrow ? 4 : -12,
        dy: narrow ? -17 : 0,
        fontWeight: 600
      }),
      Plot.text(refused, {y: "title", frameAnchor: "left", textAnchor: "start", dx: 8, text: () => "could not be held"})
    ]
  });
}

/** Options that set a name beside its mark. */
function placeOf(side: Look["side"]) {
  switch (side) {
    case "left":
      return {x: "low", textAnchor: "end", dx: -8} as const;
    case "right":
      return {x: "high", textAnchor: "start", dx: 8, fontWeight: 600} as const;
    case "above":
      return {x: "value", dy: -14} as const;
    case "below":
      return {x: "value", dy: 15} as const;
  }
}

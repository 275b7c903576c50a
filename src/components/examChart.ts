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
  readonly name: Side | null; // where its name stands; it is named once
}

type Side = "left" | "right" | "above" | "below";

/** The models that tell the story, apart by their shape; the others stand on the page that compares all. */
const SYMBOLS: Partial<Record<PredictorId, "circle" | "square" | "triangle" | "diamond">> = {
  logistic: "square",
  forest: "triangle",
  mlp: "diamond",
  boosted: "circle",
  memory: "circle"
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
  const named = new Set<PredictorId>();
  return exams.flatMap(({title, models}) => {
    const shown = models
      .flatMap(({id, metrics: {auc}}) => (SYMBOLS[id] && auc.value !== null ? [{id, ...auc}] : []))
      .sort((a, b) => a.value - b.value);
    return shown.map((row, rank) => {
      const name = named.has(row.id) ? null : sideOf(rank, shown.length, row.low);
      named.add(row.id);
      return {exam: title, model: MODEL_LABELS[row.id], name, ...row};
    });
  });
}

/** Names stand around the marks of their row, the outer ones outside, so that none covers another. */
function sideOf(rank: number, count: number, low: number): Side {
  if (count === 1) return low > 0.7 ? "left" : "right";
  if (rank === 0) return "left";
  if (rank === count - 1) return "right";
  return rank % 2 === 1 ? "above" : "below";
}

function draw(exams: OverviewData["exams"], rows: readonly Row[], width: number) {
  const narrow = width < 640;
  const titles = exams.map(({title}) => title);
  const refused = exams.filter(({refusal}) => refusal !== null);
  const floor = Math.min(0.5, ...rows.map(({low}) => low));
  const filled = ({id}: Row) => id === "boosted" || id === "memory";
  const named = (row: Row) => (filled(row) ? `${row.model} ${formatMeasure(row.value)}` : row.model);
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
        symbol: ({id}: Row) => SYMBOLS[id]!,
        fill: (row: Row) => (filled(row) ? "currentColor" : "var(--theme-background)"),
        stroke: "currentColor",
        tip: true,
        title: ({exam, model, value, low, high}: Row) =>
          `${exam}\n${model}: AUC ${formatMeasure(value)} (${formatMeasure(low)} to ${formatMeasure(high)})`
      }),
      rows.flatMap((row) => (row.name ? [Plot.text([row], {y: "exam", text: named, ...placeOf(row.name)})] : [])),
      Plot.text(
        rows.filter((row) => filled(row) && row.name === null),
        {y: "exam", x: "value", dy: 15, text: ({value}: Row) => formatMeasure(value), fontWeight: 600}
      ),
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
function placeOf(side: Side) {
  if (side === "left") return {x: "low", textAnchor: "end", dx: -8} as const;
  if (side === "right") return {x: "high", textAnchor: "start", dx: 8} as const;
  return {x: "value", dy: side === "above" ? -14 : 15} as const;
}

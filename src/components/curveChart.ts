import * as Plot from "@observablehq/plot";
import type {Curve, ModelResults} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictorId} from "../lib/wire/models.js";
import {chart} from "./chart.js";
import {curveKey} from "./curveKey.js";
import {curveTable} from "./curveTable.js";
import {MODEL_DASHES} from "./modelDashes.js";
import {unitSquare} from "./unitSquare.js";

export interface CurveChartOptions {
  readonly title: string; // the finding
  readonly summary: string;
  readonly curveOf: (model: ModelResults) => Curve;
  readonly x: string;
  readonly y: string;
  readonly chance: readonly (readonly [x: number, y: number])[]; // what knowing nothing gives, a line
  readonly top?: number; // of the vertical axis; without it, that is a share
  readonly keyCorner: "low right" | "low left" | "high right"; // where no curve goes
}

/** A curve a model, the chosen one strong and the others faint; a key in the empty corner names their lines. */
export function curveChart(
  models: readonly ModelResults[],
  chosen: PredictorId,
  {title, summary, curveOf, x, y, chance, top, keyCorner}: CurveChartOptions
): HTMLElement {
  const shown = models.filter(({id}) => id !== "majority" || id === chosen);
  const pointsOf = (model: ModelResults) => {
    const curve = curveOf(model);
    return curve.x.map((value, i) => ({label: MODEL_LABELS[model.id], x: value, y: curve.y[i]}));
  };
  const points = shown.flatMap(pointsOf);
  const strong = ({id}: ModelResults) => id === chosen;
  const byWeight = [...shown].sort((a, b) => Number(strong(a)) - Number(strong(b)));
  const show = (value: number, label: string) =>
    top && label === y ? `${label} ${value.toFixed(2)}` : `${label} ${(value * 100).toFixed(1)} %`;
  return chart({
    title,
    summary,
    table: curveTable(
      x,
      shown.map((model) => ({name: `${y}: ${MODEL_LABELS[model.id]}`, curve: curveOf(model)}))
    ),
    heightPx: 340,
    draw: (width) =>
      Plot.plot({
        ...unitSquare(width, {x, y, top}),
        marks: [
          Plot.line(chance, {strokeOpacity: 0.4}),
          byWeight.map((model) =>
            Plot.line(pointsOf(model), {
              x: "x",
              y: "y",
              strokeDasharray: MODEL_DASHES[model.id],
              strokeWidth: strong(model) ? 2.75 : 1.25,
              strokeOpacity: strong(model) ? 1 : 0.55
            })
          ),
          curveKey([...byWeight].reverse(), chosen, {corner: keyCorner, top: top ?? 1}),
          Plot.tip(
            points,
            Plot.pointer({
              x: "x",
              y: "y",
              title: (d: (typeof points)[number]) => `${d.label}\n${show(d.x, x)}\n${show(d.y, y)}`
            })
          )
        ]
      })
  });
}

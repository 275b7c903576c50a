import * as Plot from "@observablehq/plot";
import type {ModelResults} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictorId} from "../lib/wire/models.js";
import {MODEL_DASHES} from "./modelDashes.js";

interface CurveKeyOptions {
  readonly corner: "low right" | "low left" | "high right";
  readonly top: number; // of the vertical axis
}

const LINE = 0.062; // height of a name, in shares of the drawing

/** Marks that name the lines of a unit square in one of its corners, the chosen model first and bold. */
export function curveKey(
  models: readonly ModelResults[],
  chosen: PredictorId,
  {corner, top}: CurveKeyOptions
): Plot.Markish[] {
  const left = corner === "low left" ? 0.04 : 0.48;
  const first = corner === "high right" ? 0.97 : 0.05 + LINE * (models.length - 1);
  const rows = models.map(({id}, k) => ({id, label: MODEL_LABELS[id], y: (first - LINE * k) * top}));
  return [
    ...rows.map((row) =>
      Plot.link([row], {
        x1: left,
        x2: left + 0.12,
        y: "y",
        strokeDasharray: MODEL_DASHES[row.id],
        strokeWidth: row.id === chosen ? 2.75 : 1.25,
        strokeOpacity: row.id === chosen ? 1 : 0.55
      })
    ),
    ...rows.map((row) =>
      Plot.text([row], {
        x: left + 0.14,
        y: "y",
        text: "label",
        textAnchor: "start",
        fontWeight: row.id === chosen ? 700 : 400,
        stroke: "var(--theme-background)",
        strokeWidth: 3,
        fill: "currentColor"
      })
    )
  ];
}

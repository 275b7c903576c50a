import * as Plot from "@observablehq/plot";
import {formatPercent} from "../lib/format/formatPercent.js";
import {formatPoints} from "../lib/format/formatPoints.js";
import type {SliceResult} from "../lib/wire/ModelsData.js";
import type {PredictorId} from "../lib/wire/models.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {html} from "./html.js";
import {intervalPlotHeight, labelMargin} from "./intervalPlot.js";

/** The share of hits in each slice beside the mean probability a model gave there. */
export function sliceShareChart(id: PredictorId, by: string, slices: readonly SliceResult[]): HTMLElement {
  const rows = slices.filter(({rows}) => rows > 0).map((slice) => ({...slice, share: slice.hits / slice.rows}));
  if (rows.length === 0) return html`<p>No part by ${by.toLowerCase()} holds a track.</p>`;
  const gap = ({share, meanP}: (typeof rows)[number]) => Math.abs(share - meanP);
  const widest = rows.reduce((a, b) => (gap(b) > gap(a) ? b : a));
  return chart({
    title: `Promised and real are farthest apart at ${widest.label}, by ${formatPoints(gap(widest))}`,
    summary:
      `Share of hits (filled) and mean probability by the ${MODEL_LABELS[id].toLowerCase()} (ring) within each part by ` +
      `${by.toLowerCase()}. Where they differ, the model is too hopeful or too gloomy about the whole part.`,
    table: {
      columns: [by, "Tracks", "Share of hits", "Mean probability"],
      rows: rows.map(({label, rows, share, meanP}) => [label, rows, share, meanP])
    },
    heightPx: intervalPlotHeight(rows.length),
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, 760),
        height: intervalPlotHeight(rows.length),
        marginLeft: labelMargin(rows),
        marginRight: 56,
        marginTop: 4,
        marginBottom: 40,
        x: {
          label: "Hits",
          tickFormat: (d: number) => `${Number((100 * d).toFixed(1))}%`,
          ticks: 5,
          grid: true,
          inset: 8
        },
        y: {domain: rows.map(({label}) => label), axis: null},
        marks: [
          Plot.ruleY(rows, {y: "label", x1: "share", x2: "meanP", strokeWidth: 2, strokeOpacity: 0.4}),
          Plot.dot(rows, {y: "label", x: "share", r: 4.5, fill: "currentColor"}),
          Plot.dot(rows, {y: "label", x: "meanP", r: 4.5, stroke: "currentColor", fill: "var(--theme-background)"}),
          Plot.text(rows, {y: "label", frameAnchor: "left", textAnchor: "end", dx: -8, text: "label"}),
          Plot.tip(
            rows,
            Plot.pointerY({
              y: "label",
              x: "share",
              title: (d) => `${d.label}\nhits ${formatPercent(d.share)}\nmean probability ${formatPercent(d.meanP)}`
            })
          )
        ]
      })
  });
}

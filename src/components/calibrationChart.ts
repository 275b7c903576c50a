import * as Plot from "@observablehq/plot";
import type {ModelResults} from "../lib/wire/ModelsData.js";
import {chart} from "./chart.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {unitSquare} from "./unitSquare.js";

/** Reliability curves: what share of the tracks given a probability were hits. */
export function calibrationChart(models: readonly ModelResults[]): HTMLElement {
  const shown = models.filter(({id}) => id !== "majority");
  const bins = shown.flatMap(({id, reliability}) => reliability.map((bin) => ({label: MODEL_LABELS[id], ...bin})));
  const best = shown.reduce((a, b) => (b.metrics.ece.value < a.metrics.ece.value ? b : a));
  return chart({
    title: `${MODEL_LABELS[best.id]}: off by ${(best.metrics.ece.value * 100).toFixed(1)} points on average`,
    summary:
      "Calibration: tracks are grouped by the probability they were given; the mark shows the share that were hits, " +
      "with a 95 % interval. On the diagonal a probability means what it says, at this study's share of hits.",
    table: {
      columns: ["Model", "Mean probability", "Share of hits", "Low", "High", "Tracks"],
      rows: bins.map(({label, meanP, share, shareLow, shareHigh, count}) => [
        label,
        meanP,
        share,
        shareLow,
        shareHigh,
        count
      ])
    },
    heightPx: 380,
    draw: (width) =>
      Plot.plot({
        ...unitSquare(width, {x: "Probability given", y: "Share that were hits"}),
        symbol: {legend: true, domain: shown.map(({id}) => MODEL_LABELS[id])},
        marks: [
          Plot.line([{x: 0, y: 0}, {x: 1, y: 1}], {x: "x", y: "y", strokeOpacity: 0.4}), // prettier-ignore
          Plot.ruleX(bins, {x: "meanP", y1: "shareLow", y2: "shareHigh", strokeOpacity: 0.6}),
          Plot.dot(bins, {
            x: "meanP",
            y: "share",
            symbol: "label",
            fill: "var(--theme-background)",
            stroke: "currentColor",
            r: 4
          }),
          Plot.tip(
            bins,
            Plot.pointer({
              x: "meanP",
              y: "share",
              title: (d) =>
                `${d.label}\ngiven ${(d.meanP * 100).toFixed(1)} %, were hits ${(d.share * 100).toFixed(1)} %\n${d.count.toLocaleString("en")} tracks`
            })
          )
        ]
      })
  });
}

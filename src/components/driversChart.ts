import * as Plot from "@observablehq/plot";
import {featureNamed} from "../lib/features/featureNamed.js";
import type {OverviewData} from "../lib/wire/OverviewData.js";
import {chart} from "./chart.js";

/** Mean |SHAP| of every feature in the boosted model. */
export function driversChart({drivers, driverRows}: Pick<OverviewData, "drivers" | "driverRows">): HTMLElement {
  const rows = drivers.map(({feature, meanAbsPhi}) => ({
    label: featureNamed(feature).label,
    meanAbsPhi
  }));
  return chart({
    title: `${rows[0].label} moves the predictions most`,
    summary:
      `Mean absolute SHAP value of each feature in the boosted model, over ${driverRows.toLocaleString("en")} tracks. ` +
      "It measures what the model leans on, which need not be what listeners respond to.",
    table: {
      columns: ["Feature", "Mean |SHAP| (log-odds)"],
      rows: rows.map(({label, meanAbsPhi}) => [label, meanAbsPhi])
    },
    heightPx: 40 + rows.length * 24,
    draw: (width) =>
      Plot.plot({
        width,
        height: 50 + rows.length * 24,
        marginLeft: 116,
        marginRight: 40,
        marginBottom: 40,
        x: {label: "Mean |SHAP| (log-odds)", grid: true},
        y: {label: null, domain: rows.map(({label}) => label), tickSize: 0},
        marks: [
          Plot.barX(rows, {x: "meanAbsPhi", y: "label", fill: "var(--theme-foreground-faint)", inset: 2}),
          Plot.text(rows, {
            x: "meanAbsPhi",
            y: "label",
            text: (d: {meanAbsPhi: number}) => d.meanAbsPhi.toFixed(2),
            textAnchor: "start",
            dx: 4
          })
        ]
      })
  });
}

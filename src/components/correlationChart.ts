import * as Plot from "@observablehq/plot";
import {featureNamed} from "../lib/features/featureNamed.js";
import type {ExploreData} from "../lib/wire/ExploreData.js";
import {chart} from "./chart.js";
import {html} from "./html.js";

/** Rank correlations between the features, as a matrix. */
export function correlationChart({
  features,
  correlations
}: Pick<ExploreData, "features" | "correlations">): HTMLElement {
  const labels = features.map(({name}) => featureNamed(name).label);
  const cells = labels.flatMap((a, i) => labels.slice(0, i).map((b, j) => ({a, b, rho: correlations[i][j]})));
  const known = cells.filter((cell): cell is {a: string; b: string; rho: number} => cell.rho !== null);
  if (known.length === 0) return html`<p>No two features vary together here.</p>`;
  const strongest = known.reduce((best, cell) => (Math.abs(cell.rho) > Math.abs(best.rho) ? cell : best), known[0]);
  return chart({
    title: `${strongest.a} and ${strongest.b.toLowerCase()} go together most`,
    summary:
      `Spearman's rank correlation of each pair of features over all tracks; ${strongest.a.toLowerCase()} and ` +
      `${strongest.b.toLowerCase()} reach ${strongest.rho.toFixed(2)}. Where two features go together, a model may lean on either.`,
    table: {columns: ["Feature", "Feature", "Spearman's rho"], rows: cells.map(({a, b, rho}) => [a, b, rho])},
    heightPx: 480,
    minWidthPx: 480,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, 760),
        height: 480,
        marginLeft: 112,
        marginBottom: 96,
        padding: 0.06,
        x: {domain: labels.slice(0, -1), label: null, tickRotate: -45, tickSize: 0},
        y: {domain: labels.slice(1), label: null, tickSize: 0},
        opacity: {domain: [0, 1], range: [0.05, 0.95]},
        marks: [
          Plot.cell(known, {
            x: "b",
            y: "a",
            fill: "currentColor",
            fillOpacity: (d) => Math.abs(d.rho),
            tip: true,
            title: text
          }),
          Plot.text(known, {
            x: "b",
            y: "a",
            text: (d) => (Math.abs(d.rho) >= 0.15 ? d.rho.toFixed(1).replace("-", "−").replace("0.", ".") : ""),
            fill: (d) => (Math.abs(d.rho) > 0.5 ? "var(--theme-background)" : "currentColor"),
            pointerEvents: "none"
          })
        ]
      })
  });
}

const text = ({a, b, rho}: {a: string; b: string; rho: number}) => `${a} and ${b.toLowerCase()}\nrho ${rho.toFixed(2)}`;

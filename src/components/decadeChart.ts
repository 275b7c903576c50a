import * as Plot from "@observablehq/plot";
import type {DecadeSummary} from "../lib/wire/ExploreData.js";
import {chart} from "./chart.js";
import {html} from "./html.js";

/** Tracks a decade, hits above the line and flops below it. */
export function decadeChart(decades: readonly DecadeSummary[]): HTMLElement {
  if (decades.length === 0) return html`<p>The decade of no track is known.</p>`;
  const total = decades.reduce((sum, {hits, flops}) => sum + hits + flops, 0);
  const hits = decades.reduce((sum, decade) => sum + decade.hits, 0);
  return chart({
    title: `${Math.round((hits / total) * 100)} % of the tracks are hits, because the study was built that way`,
    summary:
      "Tracks of each decade after cleaning: hits (warm) upwards, flops (cool) downwards. " +
      "Outside a study nothing like this share of songs are hits.",
    table: {
      columns: ["Decade", "Hits", "Flops"],
      rows: decades.map((decade) => [`${decade.decade}s`, decade.hits, decade.flops])
    },
    heightPx: 220,
    draw: (width) =>
      Plot.plot({
        width,
        height: 220,
        marginLeft: 48,
        x: {type: "band", tickFormat: (d: number) => `${d}s`, label: null},
        y: {label: "Tracks", tickFormat: (d: number) => Math.abs(d).toLocaleString("en"), grid: true, ticks: 5},
        marks: [
          Plot.barY(decades, {x: "decade", y: "hits", fill: "var(--hit)", tip: true, title: tipText}),
          Plot.barY(decades, {x: "decade", y: (d) => -d.flops, fill: "var(--flop)", tip: true, title: tipText}),
          Plot.ruleY([0])
        ]
      })
  });
}

const tipText = ({decade, hits, flops}: DecadeSummary) =>
  `${decade}s\n${hits.toLocaleString("en")} hits\n${flops.toLocaleString("en")} flops`;

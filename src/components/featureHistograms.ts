import * as Plot from "@observablehq/plot";
import {featureNamed} from "../lib/features/featureNamed.js";
import {axisLabel} from "../lib/format/axisLabel.js";
import {formatBin} from "../lib/format/formatBin.js";
import {formatTick} from "../lib/format/formatTick.js";
import type {FeatureSummary} from "../lib/wire/ExploreData.js";
import {chart} from "./chart.js";
import {html} from "./html.js";

/** Small multiples: how hits and flops are spread over each feature, most telling first. */
export function featureHistograms(features: readonly FeatureSummary[]): HTMLElement {
  const sorted = [...features].sort((a, b) => distance(b) - distance(a));
  const first = featureNamed(sorted[0].name);
  return chart({
    title: `${first.label} tells hits from flops better than any other single feature`,
    summary:
      "Share of all hits (warm) and of all flops (cool) by value of each feature, the most telling first. " +
      "The number is the AUC of the feature on its own: .5 tells nothing, whichever way it ranks.",
    table: {
      columns: ["Feature", "From", "To", "Share of hits", "Share of flops"],
      rows: sorted.flatMap(({name, edges, hits, flops}) =>
        hits.map((hit, i) => [featureNamed(name).label, edges[i], edges[i + 1], hit, flops[i]])
      )
    },
    heightPx: 640,
    draw: (width) =>
      html`<div class="small-multiples">
        ${sorted.map((feature) => histogram(feature, Math.min(width, width < 520 ? width : (width - 48) / 3)))}
      </div>`
  });
}

const distance = ({auc}: FeatureSummary) => Math.abs((auc ?? 0.5) - 0.5);

function histogram({name, edges, hits, flops, auc}: FeatureSummary, width: number): HTMLElement {
  const feature = featureNamed(name);
  const bins = hits.map((hit, i) => ({x1: edges[i], x2: edges[i + 1], hit, flop: flops[i]}));
  const discrete = feature.step >= 1 && feature.unit !== "year" && hits.length <= 7;
  const tick = (value: number) => formatTick(feature, value);
  const tip = (d: (typeof bins)[number]) =>
    `${formatBin(feature, d.x1, d.x2)}\nhits ${(d.hit * 100).toFixed(1)} %\nflops ${(d.flop * 100).toFixed(1)} %`;
  return html`<div>
    <p>${axisLabel(feature)} <span class="caveat">${auc === null ? "" : `AUC ${auc.toFixed(2)}`}</span></p>
    ${Plot.plot({
      width,
      height: 120,
      marginLeft: 34,
      marginTop: 8,
      marginBottom: 26,
      x: {ticks: discrete ? edges.slice(1).map((edge, i) => (edge + edges[i]) / 2) : 4, tickFormat: tick, label: null},
      y: {ticks: 3, percent: true, label: null, grid: true},
      marks: [
        Plot.rectY(bins, {x1: "x1", x2: "x2", y: "flop", fill: "var(--flop-soft)"}),
        Plot.rectY(bins, {x1: "x1", x2: "x2", y: "hit", fill: "var(--hit-soft)"}),
        Plot.line(steps(bins, "flop"), {x: "x", y: "y", stroke: "var(--flop)", strokeWidth: 1.5}),
        Plot.line(steps(bins, "hit"), {x: "x", y: "y", stroke: "var(--hit)", strokeWidth: 1.5}),
        Plot.tip(bins, Plot.pointerX({x: (d) => (d.x1 + d.x2) / 2, y: (d) => Math.max(d.hit, d.flop), title: tip}))
      ]
    })}
  </div>`;
}

/** The outline of a histogram. */
function steps(bins: readonly {x1: number; x2: number; hit: number; flop: number}[], of: "hit" | "flop") {
  return bins.flatMap((bin) => [
    {x: bin.x1, y: bin[of]},
    {x: bin.x2, y: bin[of]}
  ]);
}

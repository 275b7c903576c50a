import * as Plot from "@observablehq/plot";
import type {Feature} from "../lib/features/features.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {axisLabel} from "../lib/format/axisLabel.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatTick} from "../lib/format/formatTick.js";
import type {FeatureSummary, Quartiles, TrendPoint} from "../lib/wire/ExploreData.js";
import {chart} from "./chart.js";
import {choices} from "./choices.js";
import {html} from "./html.js";

/** Medians and quartiles of a chosen feature over the decades, for hits and for flops. */
export function trendChart(features: readonly FeatureSummary[], {start}: {start: string}): HTMLElement {
  const place = html`<div></div>`;
  const show = (name: string) => place.replaceChildren(trendOf(features.find((feature) => feature.name === name)!));
  const options = features
    .filter(({name}) => name !== "decade")
    .map(({name}) => [name, featureNamed(name).label] as const);
  show(start);
  return html`<div>${choices("Feature", options, {value: start, onChange: show})}${place}</div>`;
}

function trendOf({name, trend}: FeatureSummary): HTMLElement {
  const feature = featureNamed(name);
  if (trend.length === 0) return html`<p>No decade of this study tells its ${feature.label.toLowerCase()}.</p>`;
  const points = trend.flatMap((point) => [pointOf(point, "hit"), pointOf(point, "flop")]);
  const drawn = points.filter(({median}) => median !== null);
  const last = drawn.filter(({decade}) => decade === trend.at(-1)?.decade);
  return chart({
    title: `${feature.label}, ${trend[0].decade}s to ${trend.at(-1)!.decade}s: ${finding(feature, trend)}`,
    summary: `Median of ${feature.label.toLowerCase()} by decade for hits (warm) and flops (cool); the band holds the middle half of the tracks. ${feature.meaning}`,
    table: {
      columns: ["Decade", "Outcome", "Lower quartile", "Median", "Upper quartile"],
      rows: points.map(({decade, outcome, q1, median, q3}) => [`${decade}s`, outcome, q1, median, q3])
    },
    heightPx: 260,
    draw: (width) =>
      Plot.plot({
        width,
        height: 260,
        marginLeft: 64,
        marginRight: 44,
        x: {type: "point", tickFormat: (d: number) => `${d}s`, label: null},
        y: {label: axisLabel(feature), tickFormat: (d: number) => formatTick(feature, d), grid: true, ticks: 5},
        marks: [
          Plot.areaY(drawn, {x: "decade", y1: "q1", y2: "q3", z: "outcome", fill: (d) => `var(--${d.outcome}-soft)`}),
          Plot.line(drawn, {
            x: "decade",
            y: "median",
            z: "outcome",
            stroke: (d) => `var(--${d.outcome})`,
            strokeWidth: 2.5
          }),
          Plot.dot(drawn, {x: "decade", y: "median", fill: (d) => `var(--${d.outcome})`}),
          Plot.text(last, {
            x: "decade",
            y: "median",
            text: (d) => `${d.outcome}s`,
            fill: (d) => `var(--${d.outcome})`,
            textAnchor: "start",
            dx: 8,
            fontWeight: 600
          }),
          Plot.tip(
            drawn,
            Plot.pointer({
              x: "decade",
              y: "median",
              title: (d) => `${d.outcome}s, ${d.decade}s\nmedian ${formatFeature(feature, d.median)}`
            })
          )
        ]
      })
  });
}

function pointOf({decade, hit, flop}: TrendPoint, outcome: "hit" | "flop") {
  const [q1, median, q3]: Quartiles = outcome === "hit" ? hit : flop;
  return {decade, outcome, q1, median, q3};
}

/** Where the hits' median went, in words. */
function finding(feature: Feature, trend: readonly TrendPoint[]): string {
  const from = trend[0].hit[1];
  const to = trend.at(-1)!.hit[1];
  if (from === null || to === null) return "too few hits to compare";
  const was = formatFeature(feature, from);
  const is = formatFeature(feature, to);
  return was === is ? `the median hit stayed at ${is}` : `the median hit went from ${was} to ${is}`;
}

import * as Plot from "@observablehq/plot";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatList} from "../lib/format/formatList.js";
import type {GenreDriver, GenreResult} from "../lib/wire/GenresData.js";
import {chart} from "./chart.js";

const ROW_PX = 34;
const MOST_NAMED = 3; // features a title names
const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

/** What goes with hits in one genre, beside the mean of all genres and where each of the others lies. */
export function genreSlopesChart(
  drivers: readonly GenreDriver[],
  genres: readonly GenreResult[],
  chosen: GenreResult
): HTMLElement {
  const rows = drivers
    .map(({feature, mean, spread}, j) => ({label: featureNamed(feature).label, mean, spread, own: chosen.slopes[j], j}))
    .sort((a, b) => Math.abs(b.own.value) - Math.abs(a.own.value));
  const others = rows.flatMap(({label, j}) =>
    genres.filter((genre) => genre !== chosen).map(({name, slopes}) => ({label, name, value: slopes[j].value}))
  );
  const height = 70 + rows.length * ROW_PX;
  return chart({
    title: finding(chosen.name, rows),
    summary:
      `Change in the log-odds of a hit for one standard deviation more of a feature, the others held: ${chosen.name} (dot, ` +
      "95 % interval), the mean of all genres (tall tick), every other genre (faint ticks). A genre with few hits is drawn to the mean.",
    table: {
      columns: [
        "Feature",
        chosen.name,
        "Low",
        "High",
        "Mean of genres",
        "Mean, low",
        "Mean, high",
        "Spread over genres"
      ],
      rows: rows.map(({label, own, mean, spread}) => [label, own.value, own.low, own.high, mean.value, mean.low, mean.high, spread]) // prettier-ignore
    },
    heightPx: height,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, 760),
        height,
        marginLeft: 122,
        marginRight: 16,
        marginBottom: 44,
        x: {label: "Log-odds of a hit a standard deviation", grid: true, nice: true, ticks: Math.max(3, width / 110)},
        y: {label: null, domain: rows.map(({label}) => label), tickSize: 0},
        marks: [
          Plot.ruleX([0], {strokeWidth: 1.5, strokeDasharray: "3,3"}),
          Plot.tickX(others, {x: "value", y: "label", strokeOpacity: 0.16, inset: 9}),
          Plot.tickX(rows, {x: (d) => d.mean.value, y: "label", strokeWidth: 2, inset: 4}),
          Plot.ruleY(rows, {
            y: "label",
            x1: (d) => d.own.low,
            x2: (d) => d.own.high,
            strokeWidth: 5,
            strokeOpacity: 0.3
          }),
          Plot.dot(rows, {
            x: (d) => d.own.value,
            y: "label",
            r: 5,
            fill: "currentColor",
            tip: true,
            title: (d) =>
              `${d.label} in ${chosen.name}: ${signed(d.own.value)}\n95 % interval ${signed(d.own.low)} to ${signed(d.own.high)}\nmean of genres ${signed(d.mean.value)}`
          })
        ]
      })
  });
}

/** Which features go with the genre's hits and which with its flops, of those whose intervals tell. */
function finding(
  genre: string,
  rows: readonly {readonly label: string; readonly own: {readonly low: number; readonly high: number}}[]
): string {
  const clear = rows.filter(({own}) => own.low > 0 || own.high < 0).slice(0, MOST_NAMED);
  if (clear.length === 0) return `In ${genre} no feature alone goes clearly with hits or flops`;
  const said = clear.map(({label, own}) => `${own.low > 0 ? "more" : "less"} ${label.toLowerCase()}`);
  return `In ${genre} hits go with ${formatList(said)}`;
}

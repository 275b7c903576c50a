import * as Plot from "@observablehq/plot";
import type {ChartLine} from "../lib/wire/InsightsData.js";
import {chart} from "./chart.js";

interface DecadeLinesOptions {
  readonly title: string;
  readonly summary: string;
  readonly axis: string;
  readonly format: (value: number) => string;
  readonly reference: number | null; // where a line is drawn to compare with
}

const WIDEST = 760; // px
const HEIGHT = 280;
const NARROW = 480; // px: below it decades are written short
const DASHES = ["none", "7,4"]; // tell lines apart; colour is kept for hit and flop

const longDecade = (decade: number) => `${decade}s`;
const shortDecade = (decade: number) => `’${String(decade % 100).padStart(2, "0")}s`;

/** Values by decade with their 95 % intervals, a line each, named at its end. */
export function decadeLines(
  lines: readonly ChartLine[],
  {title, summary, axis, format, reference}: DecadeLinesOptions
): HTMLElement {
  const points = lines.flatMap(({name, points}) => points.map((point) => ({name, ...point})));
  const ends = lines.map(({name, points}) => ({name, ...points[points.length - 1]}));
  return chart({
    title,
    summary,
    table: {
      columns: ["Decade", "Line", axis, "Low", "High"],
      rows: points.map(({decade, name, value, low, high}) => [longDecade(decade), name, value, low, high])
    },
    heightPx: HEIGHT,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, WIDEST),
        height: HEIGHT,
        marginTop: 32,
        marginLeft: 52,
        marginRight: lines.length > 1 ? 92 : 24,
        x: {type: "point", tickFormat: width < NARROW ? shortDecade : longDecade, label: null},
        y: {label: axis, tickFormat: format, grid: true, ticks: 6, nice: true},
        marks: [
          reference === null ? null : Plot.ruleY([reference], {strokeWidth: 1.5, strokeDasharray: "3,3"}),
          lines.map(({points}, k) =>
            Plot.line(points, {x: "decade", y: "value", strokeWidth: 2.25, strokeDasharray: DASHES[k]})
          ),
          Plot.ruleX(points, {x: "decade", y1: "low", y2: "high", strokeWidth: 5, strokeOpacity: 0.3}),
          Plot.dot(points, {
            x: "decade",
            y: "value",
            r: 4,
            fill: "currentColor",
            tip: true,
            title: ({name, decade, value, low, high}: (typeof points)[number]) =>
              `${name}, ${longDecade(decade)}: ${format(value)}\n95 % interval ${format(low)} to ${format(high)}`
          }),
          lines.length < 2
            ? null
            : Plot.text(ends, {x: "decade", y: "value", text: "name", textAnchor: "start", dx: 10, fontWeight: 600})
        ]
      })
  });
}

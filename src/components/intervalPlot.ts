import * as Plot from "@observablehq/plot";
import type {Estimate, NoEstimate} from "../lib/metrics/types.js";

/** One line of an interval plot. */
export interface IntervalRow {
  readonly label: string; // each its own
  readonly estimate: Estimate | NoEstimate;
  readonly note?: string; // at the right end, such as how many tracks
  readonly strong?: boolean;
}

interface IntervalPlotOptions {
  readonly width: number;
  readonly x: string; // what is measured, with its unit
  readonly format: (value: number) => string;
  readonly domain?: readonly [number, number];
  readonly reference?: number; // where a line is drawn to compare with
}

const ROW_PX = 26;
const LETTER_PX = 6.6; // of a bold label, on average

/** Room for the longest label at the left of a plot. */
export const labelMargin = (rows: readonly {readonly label: string}[]) =>
  24 + LETTER_PX * Math.max(...rows.map(({label}) => label.length));

/** Height of an interval plot, to be reserved. */
export const intervalPlotHeight = (rows: number) => 48 + rows * ROW_PX;

/** Values with their 95 % intervals, a line each: a dot on a bar, its number beside it. */
export function intervalPlot(
  rows: readonly IntervalRow[],
  {width, x, format, domain, reference}: IntervalPlotOptions
): SVGSVGElement {
  const known = rows.flatMap(({label, note, strong, estimate}) =>
    estimate.value === null ? [] : [{label, note, strong, ...estimate}]
  );
  const unknown = rows.filter(({estimate}) => estimate.value === null);
  const ends = [...known.flatMap(({low, high}) => [low, high]), ...(reference === undefined ? [] : [reference])];
  const [from, to] = domain ?? [Math.min(...ends), Math.max(...ends)];
  const [leftPx, rightPx] = [labelMargin(rows), rows.some(({note}) => note) ? 130 : 56];
  const left = {y: "label", frameAnchor: "left", textAnchor: "end", dx: -8, text: "label"} as const;
  return Plot.plot({
    width,
    height: intervalPlotHeight(rows.length),
    marginLeft: leftPx,
    marginRight: rightPx,
    marginTop: 4,
    marginBottom: 40,
    x: {
      domain: unknown.length === rows.length ? [0, 1] : [from, to],
      inset: 8,
      label: x,
      ticks: Math.max(2, Math.floor((width - leftPx - rightPx) / 80)),
      tickFormat: format,
      grid: true
    },
    y: {domain: rows.map(({label}) => label), axis: null},
    marks: [
      reference === undefined ? null : Plot.ruleX([reference], {strokeWidth: 1.5, strokeDasharray: "3,3"}),
      Plot.ruleY(known, {y: "label", x1: "low", x2: "high", strokeWidth: 5, strokeOpacity: 0.3}),
      Plot.dot(known, {
        y: "label",
        x: "value",
        r: (d) => (d.strong ? 5.5 : 4),
        fill: "currentColor",
        tip: true,
        title: (d) => `${d.label}: ${format(d.value)}\n95 % interval ${format(d.low)} to ${format(d.high)}`
      }),
      Plot.text(
        rows.filter(({strong}) => !strong),
        left
      ),
      Plot.text(
        rows.filter(({strong}) => strong),
        {...left, fontWeight: 700}
      ),
      Plot.text(known, {y: "label", x: "high", textAnchor: "start", dx: 8, text: (d) => format(d.value)}),
      Plot.text(unknown, {y: "label", frameAnchor: "left", textAnchor: "start", dx: 8, text: () => "not defined here"}),
      Plot.text(rows, {
        y: "label",
        frameAnchor: "right",
        textAnchor: "end",
        dx: 128,
        fillOpacity: 0.75,
        text: (d) => d.note ?? ""
      })
    ]
  }) as SVGSVGElement;
}

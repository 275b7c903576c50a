import {ticks} from "d3-array";
import {sigmoid} from "../lib/sigmoid.js";
import type {Space} from "../lib/wire/ExplainData.js";
import {svgElement} from "./svgElement.js";

const TICK_PX = 40; // of a percentage with some air
const ROW_PX = 23;
const BAR_PX = 18;
const MARGIN = {top: 28, right: 40, bottom: 36}; // at the right of the first label

/** One step of a waterfall: a feature, its value in words, and what it contributes. */
export interface WaterfallBar {
  readonly label: string;
  readonly value: string;
  readonly phi: number; // in the space of the waterfall
  readonly error?: number; // half width of its 95 % interval, where it is an estimate
  readonly unstable?: boolean; // models fitted anew do not agree on its sign
}

export interface WaterfallOptions {
  readonly width: number;
  readonly space?: Space;
  readonly twoLines?: boolean; // values stand below the names where there is no room beside them, instead of nowhere
}

interface Step extends WaterfallBar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * SHAP values from the base value to the prediction, strongest first.
 *
 * In log-odds the axis below is the margin's and percents stand above; in probability there are percents alone. It is
 * drawn by hand, since it follows a slider: Plot takes several times as long.
 */
export function waterfall(
  base: number,
  bars: readonly WaterfallBar[],
  {width, space = "log-odds", twoLines = false}: WaterfallOptions
): SVGSVGElement {
  const steps = stepsOf(base, bars);
  const ends = [base, ...steps.flatMap(({to, error = 0}) => [to - error, to + error])];
  const air = space === "log-odds" ? 0.25 : 0.04;
  const domain: [number, number] = [Math.min(...ends) - air, Math.max(...ends) + air];
  const {left, rowPx, wide} = layoutOf(width, twoLines);
  const right = width - MARGIN.right;
  const height = waterfallHeight(steps.length, rowPx);
  const bottom = height - MARGIN.bottom;
  const x = (value: number) => round(left + ((value - domain[0]) / (domain[1] - domain[0])) * (right - left));
  const middle = (k: number) => MARGIN.top + (k + 0.5) * rowPx;
  const text = (content: string, at: Readonly<Record<string, number | string>>) =>
    svgElement("text", {dy: "0.32em", ...at}, content);

  const percents = percentTicks(domain, space, right - left);
  const [below, format, label] =
    space === "log-odds"
      ? [ticks(...domain, 5), formatMargin, "Margin (log-odds) →"]
      : [percents, percentIn(space), "Probability; bars in points →"];
  const axis = (values: readonly number[], y: number, format: (value: number) => string) =>
    svgElement(
      "g",
      {"aria-label": "x-axis tick label", "text-anchor": "middle"},
      ...values.map((value) => text(format(value), {x: x(value), y}))
    );

  return svgElement(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, fill: "currentColor", "font-size": 12},
    svgElement(
      "g",
      {"aria-label": "x-grid", stroke: "currentColor", "stroke-opacity": 0.1},
      ...percents.map((value) => svgElement("line", {x1: x(value), x2: x(value), y1: MARGIN.top, y2: bottom}))
    ),
    axis(percents, MARGIN.top - 12, percentIn(space)),
    axis(below, bottom + 12, format),
    text(label, {x: right, y: bottom + 28, "text-anchor": "end"}),
    svgElement(
      "g",
      {"aria-label": "y-axis tick label", "text-anchor": "end"},
      ...steps.map(({label, value, name}, k) => {
        if (wide) return text(name, {x: left - 6, y: middle(k)});
        if (!twoLines) return text(label, {x: left - 6, y: middle(k)});
        const second = svgElement("tspan", {x: left - 6, dy: "1.15em", "fill-opacity": 0.75}, value);
        return svgElement("text", {y: middle(k) - 4, x: left - 6}, label, second);
      })
    ),
    svgElement(
      "g",
      {"aria-label": "rule", stroke: "currentColor", "stroke-dasharray": "2,3"},
      svgElement("line", {x1: x(base), x2: x(base), y1: MARGIN.top, y2: bottom})
    ),
    svgElement(
      "g",
      {"aria-label": "bar"},
      ...steps.map(({phi, from, to, unstable}, k) =>
        svgElement("rect", {
          x: x(Math.min(from, to)),
          width: round(Math.abs(x(to) - x(from))),
          y: middle(k) - BAR_PX / 2,
          height: BAR_PX,
          fill: `var(--${phi >= 0 ? "hit" : "flop"})`,
          "fill-opacity": unstable ? 0.4 : 1
        })
      )
    ),
    svgElement(
      "g",
      {"aria-label": "rule", stroke: "currentColor"},
      ...steps.flatMap(({to, error}, k) =>
        error === undefined
          ? []
          : [svgElement("line", {x1: x(to - error), x2: x(to + error), y1: middle(k), y2: middle(k)})]
      )
    ),
    svgElement(
      "g",
      {"aria-label": "text"},
      ...steps.map(({phi, from, to, error = 0}, k) =>
        text(formatPhi(phi, space), {x: x(Math.max(from, to + error)) + 4, y: middle(k)})
      )
    )
  );
}

/** Room for the names at the left and the height of a line, which has two lines of text where values stand below names. */
function layoutOf(width: number, twoLines: boolean) {
  const wide = width >= (twoLines ? 640 : 520);
  const left = wide ? (twoLines ? 290 : 210) : twoLines ? 150 : 116;
  return {wide, left, rowPx: twoLines && !wide ? 34 : ROW_PX};
}

/** Height of a waterfall whose lines have one line of text, to be reserved. */
export const waterfallHeight = (bars: number, rowPx = ROW_PX): number => MARGIN.top + bars * rowPx + MARGIN.bottom;

const round = (px: number) => Math.round(px * 100) / 100;
const formatMargin = (x: number) => String(Number(x.toPrecision(6))).replace("-", "−");

/** Where each bar starts and ends; the last one ends at the prediction. */
export function stepsOf(base: number, bars: readonly WaterfallBar[]): Step[] {
  let at = base;
  return [...bars]
    .sort((a, b) => Math.abs(b.phi) - Math.abs(a.phi))
    .map((bar) => {
      const from = at;
      at += bar.phi;
      return {...bar, name: `${bar.label} = ${bar.value}`, from, to: at};
    });
}

/** Places of round percentages inside a domain, in its unit: as many as have room, one half before all others. */
export function percentTicks([low, high]: readonly [number, number], space: Space, widthPx: number): number[] {
  const most = Math.max(2, Math.floor(widthPx / TICK_PX));
  if (space === "probability") return ticks(Math.max(0, low), Math.min(1, high), Math.min(5, most));
  const room = (high - low) / most;
  const kept: number[] = [];
  for (const p of [0.5, 0.1, 0.9, 0.01, 0.99, 0.25, 0.75, 0.05, 0.95]) {
    const x = Math.log(p / (1 - p));
    if (x > low && x < high && kept.every((other) => Math.abs(other - x) >= room)) kept.push(x);
  }
  return kept.sort((a, b) => a - b);
}

/** A place on an axis as a percentage. */
export const percentIn = (space: Space) => (x: number) =>
  `${Math.round((space === "log-odds" ? sigmoid(x) : x) * 100)} %`;

/** A contribution with its sign: log-odds with two digits, points with one. */
export function formatPhi(phi: number, space: Space): string {
  const size = space === "log-odds" ? Math.abs(phi).toFixed(2) : (Math.abs(phi) * 100).toFixed(1);
  return `${phi >= 0 ? "+" : "−"}${size}`;
}

import * as Plot from "@observablehq/plot";
import {ticks} from "d3-array";
import {sigmoid} from "../lib/sigmoid.js";
import type {Space} from "../lib/wire/ExplainData.js";

const TICK_PX = 40; // of a percentage with some air

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
}

interface Step extends WaterfallBar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * SHAP values from the base value to the prediction, strongest first.
 *
 * In log-odds the axis below is the margin's and percents stand above; in probability there are percents alone.
 */
export function waterfall(
  base: number,
  bars: readonly WaterfallBar[],
  {width, space = "log-odds"}: WaterfallOptions
): SVGSVGElement {
  const steps = stepsOf(base, bars);
  const ends = [base, ...steps.flatMap(({to, error = 0}) => [to - error, to + error])];
  const margin = space === "log-odds" ? 0.25 : 0.04;
  const domain: [number, number] = [Math.min(...ends) - margin, Math.max(...ends) + margin];
  const narrow = width < 520;
  const marginLeft = narrow ? 116 : 210;
  const marginRight = 40; // of the first label
  const percents = percentTicks(domain, space, width - marginLeft - marginRight);
  return Plot.plot({
    width,
    height: 64 + steps.length * 23,
    marginLeft,
    marginRight,
    marginTop: 28,
    marginBottom: 36,
    x: {domain, axis: null},
    y: {domain: steps.map(({name}) => name), label: null, tickSize: 0},
    marks: [
      Plot.axisX(percents, {anchor: "top", label: null, tickFormat: percentIn(space)}),
      space === "log-odds"
        ? Plot.axisX({anchor: "bottom", label: "Margin (log-odds)", ticks: 5})
        : Plot.axisX(percents, {anchor: "bottom", label: "Probability; bars in points", tickFormat: percentIn(space)}),
      Plot.gridX(percents),
      Plot.axisY({tickSize: 0, label: null, tickFormat: (name: string) => (narrow ? name.split(" = ")[0] : name)}),
      Plot.ruleX([base], {strokeDasharray: "2,3"}),
      Plot.barX(steps, {
        x1: "from",
        x2: "to",
        y: "name",
        fill: (d) => `var(--${d.phi >= 0 ? "hit" : "flop"})`,
        fillOpacity: (d) => (d.unstable ? 0.4 : 1),
        inset: 2
      }),
      Plot.ruleY(
        steps.filter(({error}) => error !== undefined),
        {x1: (d) => d.to - d.error, x2: (d) => d.to + d.error, y: "name"}
      ),
      Plot.text(steps, {
        x: (d) => Math.max(d.from, d.to + (d.error ?? 0)),
        y: "name",
        text: (d) => formatPhi(d.phi, space),
        textAnchor: "start",
        dx: 4
      })
    ]
  }) as SVGSVGElement;
}

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

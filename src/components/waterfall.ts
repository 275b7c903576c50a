import * as Plot from "@observablehq/plot";
import {sigmoid} from "../lib/sigmoid.js";

/** One step of a waterfall: a feature, its value in words, and what it contributes. */
export interface WaterfallBar {
  readonly label: string;
  readonly value: string;
  readonly phi: number; // log-odds
}

interface Step extends WaterfallBar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** SHAP values from the base value to the margin, strongest first; the axis below is in log-odds, above in percent. */
export function waterfall(base: number, bars: readonly WaterfallBar[], {width}: {width: number}): SVGSVGElement {
  const steps = stepsOf(base, bars);
  const ends = [base, ...steps.map(({to}) => to)];
  const domain = [Math.min(...ends) - 0.25, Math.max(...ends) + 0.25];
  const narrow = width < 520;
  const percents = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99].map((p) => ({p, x: Math.log(p / (1 - p))}));
  const shown = percents.filter(({x}) => x > domain[0] && x < domain[1]);
  return Plot.plot({
    width,
    height: 64 + steps.length * 23,
    marginLeft: narrow ? 116 : 210,
    marginRight: 16,
    marginTop: 28,
    marginBottom: 36,
    x: {domain, axis: null},
    y: {domain: steps.map(({name}) => name), label: null, tickSize: 0},
    marks: [
      Plot.axisX(shown.map(({x}) => x), {anchor: "top", label: null, tickFormat: (x: number) => `${Math.round(sigmoid(x) * 100)} %`}), // prettier-ignore
      Plot.axisX({anchor: "bottom", label: "Margin (log-odds)", ticks: 5}),
      Plot.gridX(shown.map(({x}) => x)), // prettier-ignore
      Plot.axisY({tickSize: 0, label: null, tickFormat: (name: string) => (narrow ? name.split(" = ")[0] : name)}),
      Plot.ruleX([base], {strokeDasharray: "2,3"}),
      Plot.barX(steps, {
        x1: "from",
        x2: "to",
        y: "name",
        fill: (d) => `var(--${d.phi >= 0 ? "hit" : "flop"})`,
        inset: 2
      }),
      Plot.text(steps, {
        x: (d) => Math.max(d.from, d.to),
        y: "name",
        text: (d) => `${d.phi >= 0 ? "+" : "−"}${Math.abs(d.phi).toFixed(2)}`,
        textAnchor: "start",
        dx: 4
      })
    ]
  }) as SVGSVGElement;
}

/** Where each bar starts and ends; the last one ends at the margin. */
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

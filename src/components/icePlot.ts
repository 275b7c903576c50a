import * as Plot from "@observablehq/plot";
import type {Feature} from "../lib/features/features.js";
import {axisLabel} from "../lib/format/axisLabel.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {formatTick} from "../lib/format/formatTick.js";
import type {CurvePoint} from "../lib/trees/curvePoints.js";
import type {Density} from "../lib/wire/PredictData.js";
import {isStepped} from "./dependencePlot.js";

/** Height of the plot, to be reserved. */
export const ICE_PX = 360;

const STRIPS = [
  {label: "Hits", of: "hits", y1: -0.1, y2: -0.04, fill: "var(--hit)"},
  {label: "Flops", of: "flops", y1: -0.18, y2: -0.12, fill: "var(--flop)"}
] as const; // below the axis of probabilities

interface IcePlotOptions {
  readonly width: number;
  readonly feature: Feature;
  readonly density: Density;
  readonly own: CurvePoint | null; // where the song is; null where its value is not known
}

/** A song's probability as one of its features changes, exact steps, above where the study's hits and flops are. */
export function icePlot(
  points: readonly CurvePoint[],
  {width, feature, density, own}: IcePlotOptions
): SVGSVGElement | HTMLElement {
  const stepped = isStepped(feature);
  const {low, high} = density;
  const binWidth = (high - low) / density.hits.length || 1;
  const bins = STRIPS.flatMap(({of, ...strip}) => {
    const most = Math.max(1, ...density[of]);
    return density[of].map((count, b) => ({...strip, x: low + b * binWidth, share: count / most}));
  });
  const value = (x: number) => formatTick(feature, x);
  return Plot.plot({
    width,
    height: ICE_PX,
    marginLeft: 52,
    marginRight: 20,
    marginBottom: 40,
    x: {
      label: axisLabel(feature),
      tickFormat: value,
      ticks: stepped
        ? points.map(({x}) => x).filter((_, k) => k % Math.ceil(points.length / (width / 70)) === 0)
        : width / 80
    },
    y: {domain: [-0.18, 1], label: "Probability", axis: null},
    marks: [
      Plot.axisY([0, 0.25, 0.5, 0.75, 1], {tickFormat: (p: number) => `${100 * p} %`, label: null}),
      Plot.gridY([0, 0.25, 0.5, 0.75, 1]),
      Plot.rect(bins, {
        x1: "x",
        x2: (bin: {x: number}) => bin.x + binWidth,
        y1: "y1",
        y2: "y2",
        fill: "fill",
        fillOpacity: "share",
        inset: 0
      }),
      Plot.text(STRIPS, {
        y: ({y1, y2}) => (y1 + y2) / 2,
        text: "label",
        frameAnchor: "left",
        textAnchor: "end",
        dx: -6
      }),
      stepped
        ? [
            Plot.line(points, {x: "x", y: "p", strokeOpacity: 0.35}),
            Plot.dot(points, {x: "x", y: "p", r: 3.5, fill: "currentColor"})
          ]
        : Plot.line(points, {x: "x", y: "p", curve: "step-after", strokeWidth: 2}),
      own && [
        Plot.ruleX([own.x], {strokeDasharray: "2,3"}),
        Plot.dot([own], {
          x: "x",
          y: "p",
          r: 6,
          fill: "var(--theme-background)",
          stroke: "currentColor",
          strokeWidth: 2.5
        }),
        Plot.text([own], {x: "x", y: "p", text: () => formatPercent(own.p), dy: -14, fontWeight: 700})
      ]
    ]
  });
}

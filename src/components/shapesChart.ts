import * as Plot from "@observablehq/plot";
import type {Feature} from "../lib/features/features.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {axisLabel} from "../lib/format/axisLabel.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {formatTick} from "../lib/format/formatTick.js";
import type {ShapeCurve, ShapesData, SurfaceSummary} from "../lib/wire/ShapesData.js";
import {chart} from "./chart.js";
import {html} from "./html.js";

const MOST_TICKS = 4;
const TALLEST = 3; // times the strongest feature's mean effect: steeper ends, of few tracks, would flatten all the rest

interface Point {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

/** Small multiples: what each feature adds to a track's log-odds in the glassbox, strongest first. */
export function shapesChart({shapes, surfaces}: ShapesData): HTMLElement {
  const drawn = shapes.filter(({x}) => x.length > 1);
  if (drawn.length === 0) return html`<p>No feature varies here, so there is no curve to draw.</p>`;
  const heights = drawn.flatMap(({y}) => y);
  const tallest = Math.max(0.2, TALLEST * drawn[0].importance);
  const domain: [number, number] = [
    Math.max(-tallest, Math.min(...heights)) - 0.2,
    Math.min(tallest, Math.max(...heights)) + 0.2
  ];
  const cut = Math.max(...heights.map(Math.abs)) > tallest ? `Ends beyond ±${tallest.toFixed(1)} are cut off. ` : "";
  return chart({
    title: finding(drawn[0]),
    summary:
      "What each feature adds to a track's log-odds of being a hit, by mean size (the number beside its name): warm " +
      "where it raises them, cool where it lowers them. Bands and bars are 95 % intervals; marks at the foot are darker where more tracks lie. " +
      cut +
      pairsSentence(surfaces) +
      "Curves tell what the model adds up, not what would happen to a song that was changed.",
    table: {
      columns: ["Feature", "Value", "Adds (log-odds)", "Low", "High", "Share of tracks"],
      rows: shapes.flatMap((shape) => [
        ...pointsOf(shape).map(({x, y, low, high, share}) => [labelOf(shape), x, y, low, high, share]),
        ...(shape.missing === null ? [] : [[labelOf(shape), null, shape.missing, null, null, unknownShare(shape)]])
      ])
    },
    heightPx: 640,
    draw: (width) =>
      html`<div class="small-multiples">
        ${drawn.map((shape) => panel(shape, domain, Math.min(width, width < 520 ? width : (width - 48) / 3)))}
      </div>`
  });
}

const labelOf = ({feature}: ShapeCurve) => featureNamed(feature).label;
const unknownShare = ({share}: ShapeCurve) => Math.max(0, 1 - share.reduce((sum, one) => sum + one, 0));
const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
const colour = (below: boolean) => `var(--${below ? "flop" : "hit"})`;
const pointColour = ({y}: Point) => colour(y < 0);

function pointsOf({x, y, low, high, share}: ShapeCurve): Point[] {
  return x.map((at, k) => ({x: at, y: y[k], low: low[k], high: high[k], share: share[k]}));
}

/** Where the strongest curve is highest and lowest, in words. */
function finding(shape: ShapeCurve): string {
  const feature = featureNamed(shape.feature);
  if (shape.importance === 0) return "No feature moves the glassbox on its own";
  const at = (best: (...values: number[]) => number) =>
    formatFeature(feature, shape.x[shape.y.indexOf(best(...shape.y))]);
  return `${feature.label} moves the glassbox most: highest at ${at(Math.max)}, lowest at ${at(Math.min)}`;
}

function pairsSentence(surfaces: readonly SurfaceSummary[]): string {
  if (surfaces.length === 0) return "";
  const [a, b] = surfaces[0].features.map((name) => featureNamed(name).label.toLowerCase());
  const pairs = surfaces.length === 1 ? "one pair of features" : `${surfaces.length} pairs of features`;
  return `What ${pairs} add only together, most of all ${a} and ${b}, is not drawn. `;
}

function panel(shape: ShapeCurve, domain: [number, number], width: number): HTMLElement {
  const feature = featureNamed(shape.feature);
  const points = pointsOf(shape);
  const every = Math.ceil(points.length / MOST_TICKS);
  const [first, last] = [points[0].x, points[points.length - 1].x];
  const margin = shape.levels ? (last - first) * 0.08 : 0;
  const foot = domain[0];
  return html`<div>
    <p>
      ${axisLabel(feature)}
      <span class="caveat">±${shape.importance.toFixed(2)}${unknownText(shape)}</span>
    </p>
    ${Plot.plot({
      width,
      height: 130,
      marginLeft: 34,
      marginTop: 8,
      marginBottom: 26,
      x: {
        domain: [first - margin, last + margin],
        ticks: shape.levels ? shape.x.filter((_, k) => k % every === 0) : MOST_TICKS,
        tickFormat: (value: number) => formatTick(feature, value),
        label: null
      },
      y: {domain, ticks: 4, label: null, grid: true},
      marks: [
        Plot.ruleY([0]),
        Plot.ruleX(points, {
          x: "x",
          y1: foot,
          y2: foot + 0.06 * (domain[1] - foot),
          strokeOpacity: (d: Point) => Math.min(1, 0.15 + 6 * d.share)
        }),
        ...(shape.levels ? levelMarks(points) : curveMarks(points)),
        Plot.tip(points, Plot.pointerX({x: "x", y: "y", title: (d: Point) => tipText(feature, d)}))
      ]
    })}
  </div>`;
}

const unknownText = ({missing}: ShapeCurve) => (missing === null ? "" : `, unknown ${signed(missing)}`);

const tipText = (feature: Feature, {x, y, low, high, share}: Point) =>
  `${formatFeature(feature, x)}\n${signed(y)} (${signed(low)} to ${signed(high)})\n${formatPercent(share)} of tracks nearest`;

function levelMarks(points: readonly Point[]): Plot.Markish[] {
  return [
    Plot.ruleX(points, {x: "x", y1: "low", y2: "high", stroke: pointColour, strokeWidth: 1.5, clip: true}),
    Plot.dot(points, {x: "x", y: "y", fill: pointColour, r: 3.5, clip: true})
  ];
}

function curveMarks(points: readonly Point[]): Plot.Markish[] {
  const band = {x: "x", y1: "low", y2: "high", fill: "var(--theme-foreground-fainter)", fillOpacity: 0.45, clip: true};
  return [
    Plot.areaY(points, band),
    Plot.line(bySign(points), {
      x: "x",
      y: "y",
      z: "run",
      stroke: ({below}) => colour(below),
      strokeWidth: 2.5,
      clip: true
    })
  ];
}

/** The curve cut where it crosses 0, so that each run of points has one sign. */
export function bySign(points: readonly {x: number; y: number}[]) {
  let run = 0;
  return points.flatMap(({x, y}, k) => {
    const point = {x, y, run, below: y < 0};
    const before = points[k - 1];
    if (!before || before.y < 0 === point.below) return [point];
    const crossing = {x: before.x + ((x - before.x) * before.y) / (before.y - y), y: 0};
    run++;
    return [
      {...crossing, run: run - 1, below: !point.below},
      {...crossing, run, below: point.below},
      {...point, run}
    ];
  });
}

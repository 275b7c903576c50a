import * as Plot from "@observablehq/plot";
import {range} from "d3-array";
import {featureNamed} from "../lib/features/featureNamed.js";
import type {Feature} from "../lib/features/features.js";
import {axisLabel} from "../lib/format/axisLabel.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {formatPoints} from "../lib/format/formatPoints.js";
import {formatTick} from "../lib/format/formatTick.js";
import type {EffectsData, FeatureEffect} from "../lib/wire/ExplainData.js";
import {theModel} from "../lib/wire/modelLabels.js";
import {readEffect} from "../lib/wire/readEffect.js";
import {chart} from "./chart.js";
import {html} from "./html.js";

const HEIGHT_PX = 340;
const WIDEST = 760; // px: wider curves would not be read more exactly
const [LEFT_PX, RIGHT_PX] = [48, 44];
const CLOSE = 0.3; // least size of a rank correlation that may explain a gap
const LETTER_PX = 8;
const DURATION_STEPS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600]; // seconds between ticks
const FOOT = 0.07; // of the height, for the marks that tell where the tracks are

interface Point {
  readonly x: number;
  readonly pdp: number;
  readonly ale: number;
  readonly share: number;
}

/** Gap of PDP and ALE, in probability, below which they are said to agree. */
export const AGREE = 0.01;

/** A model's probability against one feature's value: single tracks' curves, their mean, and accumulated local effects. */
export function effectChart({id, tracks, effects}: EffectsData, name: string): HTMLElement {
  const feature = featureNamed(name);
  const effect = effects.find((one) => one.feature === name);
  if (!effect || effect.x.length < 2) {
    return html`<p>${feature.label} does not vary among these tracks, so there is no curve to draw.</p>`;
  }
  const points = effect.x.map((x, k) => ({x, pdp: effect.pdp[k], ale: effect.ale[k], share: effect.share[k]}));
  return chart({
    title: `${feature.label} and ${theModel(id)}: ${finding(feature, effect)}`,
    summary:
      `${effect.levels ? "Small dots" : "Thin"}: ${countOf(effect.ice.length, "track")}, each with only this value changed (ICE). ` +
      `${effect.levels ? "Full dots" : "Solid"}: the mean over ${countOf(tracks, "track")} (partial dependence, PDP). ` +
      `${effect.levels ? "Rings" : "Dashed"}: steps between neighbouring values, each averaged over the tracks that lie there, added up (accumulated local effects, ALE). ` +
      `${partingSentence(feature, effect)} Marks at the foot are darker where more tracks lie; highest, lowest and gap are those where 98\u00a0% of them do. ` +
      "The curves tell what the model answers, not what would happen to a song that was changed.",
    table: {
      columns: ["Value", "PDP", "ALE", "Lowest ICE", "Highest ICE", "Share of tracks"],
      rows: points.map(({x, pdp, ale, share}, k) => [x, pdp, ale, ...iceEnds(effect, k), share])
    },
    heightPx: HEIGHT_PX,
    draw: (width) => plot(feature, effect, points, Math.min(width, WIDEST))
  });
}

const countOf = (n: number, what: string) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;

/** Where a value lies, in words. */
const atValue = (feature: Feature, value: number) =>
  `${feature.unit === "year" ? "in the" : "at"} ${formatFeature(feature, value)}`;

/** A probability; accumulated effects may step a little outside 0 to 100 %. */
const percent = (p: number) => formatPercent(p).replace("-", "−");

function finding(feature: Feature, effect: FeatureEffect): string {
  const {lowest, highest} = readEffect(effect);
  const at = (k: number) => `${atValue(feature, effect.x[k])} (${percent(effect.pdp[k])})`;
  return percent(effect.pdp[lowest]) === percent(effect.pdp[highest])
    ? `the mean probability stays at ${percent(effect.pdp[lowest])}`
    : `mean probability highest ${at(highest)}, lowest ${at(lowest)}`;
}

function partingSentence(feature: Feature, effect: FeatureEffect): string {
  const {parting, companion, companionCorrelation} = effect;
  if (parting < AGREE) return `Here PDP and ALE agree within ${formatPoints(parting)}.`;
  const where = atValue(feature, effect.x[readEffect(effect).partsMost]);
  const gap = `PDP and ALE part most ${where}, by ${formatPoints(parting)}`;
  if (companion === null) return `${gap}.`;
  const other = featureNamed(companion).label.toLowerCase();
  if (Math.abs(companionCorrelation) < CLOSE) {
    return `${gap}, though no other feature goes with it closely (${other} most, rank correlation ${rho(companionCorrelation)}).`;
  }
  return (
    `${gap}: ${feature.label.toLowerCase()} goes most with ${other} (rank correlation ${rho(companionCorrelation)}), ` +
    "which PDP leaves as it is, so that it counts pairs of the two that hardly ever occur together; ALE does not."
  );
}

const rho = (value: number) => value.toFixed(2).replace("-", "−");

const iceEnds = ({ice}: FeatureEffect, k: number): (number | null)[] => {
  const heights = ice.map((curve) => curve[k]);
  return heights.length === 0 ? [null, null] : [Math.min(...heights), Math.max(...heights)];
};

function plot(feature: Feature, effect: FeatureEffect, points: readonly Point[], width: number): SVGSVGElement {
  const {x, ice, levels} = effect;
  const heights = [...points.flatMap(({pdp, ale}) => [pdp, ale]), ...ice.flat()];
  const low = Math.floor(Math.min(...heights) * 10) / 10;
  const high = Math.max(low + 0.1, Math.ceil(Math.max(...heights) * 10) / 10);
  const foot = low - FOOT * (high - low);
  const most = Math.max(...points.map(({share}) => share), Number.MIN_VALUE);
  const margin = levels ? (x[x.length - 1] - x[0]) * 0.05 : 0;
  const ticks = ticksOf(feature, effect, width - LEFT_PX - RIGHT_PX);
  return Plot.plot({
    width,
    height: HEIGHT_PX,
    marginLeft: LEFT_PX,
    marginRight: RIGHT_PX,
    marginTop: 28,
    marginBottom: 40,
    x: {
      domain: [x[0] - margin, x[x.length - 1] + margin],
      ticks,
      tickFormat: (value: number) => formatTick(feature, value),
      label: axisLabel(feature)
    },
    y: {domain: [foot, high], ticks: 6, tickFormat: percent, label: "Probability of a hit", grid: true},
    marks: [
      Plot.ruleX(points, {
        x: "x",
        y1: foot,
        y2: low - 0.3 * (low - foot),
        strokeWidth: levels ? 8 : 1.5,
        strokeOpacity: ({share}: Point) => 0.08 + 0.8 * Math.sqrt(share / most)
      }),
      ...(levels
        ? levelMarks(effect, points, dotRadius(x, (width - LEFT_PX - RIGHT_PX) / (x[x.length - 1] - x[0] + 2 * margin)))
        : curveMarks(effect, points)),
      ...nameMarks(points[points.length - 1]),
      Plot.tip(
        points,
        Plot.pointerX({
          x: "x",
          y: "pdp",
          title: (d: Point) =>
            `${formatFeature(feature, d.x)}\nPDP ${percent(d.pdp)}\nALE ${percent(d.ale)}\n${formatPercent(d.share)} of tracks nearest`
        })
      )
    ]
  }) as SVGSVGElement;
}

/** Where ticks stand, or how many: at levels that are not too near each other, at round durations. */
function ticksOf(feature: Feature, {x, levels}: FeatureEffect, widthPx: number): number | number[] {
  const letters = Math.max(...x.map((value) => formatTick(feature, value).length));
  const labelPx = levels ? LETTER_PX * letters + 6 : 60;
  const [from, to] = [x[0], x[x.length - 1]];
  const apart = ((to - from) * labelPx) / widthPx;
  if (levels) {
    const fits = (kept: readonly number[], value: number) =>
      kept.length === 0 || value - kept[kept.length - 1] >= apart;
    return x.reduce<number[]>((kept, value) => (fits(kept, value) ? [...kept, value] : kept), []);
  }
  const second = feature.unit === "ms" ? 1000 : feature.unit === "s" ? 1 : 0;
  const step = DURATION_STEPS.find((seconds) => seconds * second >= apart);
  if (!second || !step) return Math.max(2, Math.floor(widthPx / labelPx));
  return range(Math.ceil(from / (step * second)) * step * second, to, step * second);
}

const icePoints = ({x, ice}: FeatureEffect) =>
  ice.flatMap((curve, track) => curve.map((p, k) => ({x: x[k], p, track})));

function curveMarks(effect: FeatureEffect, points: readonly Point[]): Plot.Markish[] {
  return [
    Plot.line(icePoints(effect), {x: "x", y: "p", z: "track", strokeWidth: 0.75, strokeOpacity: 0.22}),
    Plot.line(points, {x: "x", y: "ale", strokeWidth: 2.5, strokeDasharray: "6,4"}),
    Plot.line(points, {x: "x", y: "pdp", strokeWidth: 2.75})
  ];
}

/** Of level dots, so that two stand side by side at the nearest levels. */
function dotRadius(x: readonly number[], pxPerUnit: number): number {
  const nearest = Math.min(...x.slice(1).map((value, k) => value - x[k]));
  return Math.max(2, Math.min(4.5, (nearest * pxPerUnit) / 5));
}

function levelMarks(effect: FeatureEffect, points: readonly Point[], r: number): Plot.Markish[] {
  const ring = {r: r - 0.5, dx: r + 0.5, fill: "var(--theme-background)", stroke: "currentColor", strokeWidth: 1.5};
  return [
    Plot.dot(icePoints(effect), {x: "x", y: "p", r: 1.5, fill: "currentColor", fillOpacity: 0.25}),
    Plot.dot(points, {x: "x", y: "ale", ...ring}),
    Plot.dot(points, {x: "x", y: "pdp", r, dx: -r - 0.5, fill: "currentColor"})
  ];
}

/** The names of both curves beside their ends, the higher one's above the other's. */
function nameMarks(last: Point): Plot.Markish[] {
  const name = (key: "pdp" | "ale", below: boolean) =>
    Plot.text([last], {
      x: "x",
      y: key,
      text: () => key.toUpperCase(),
      fontWeight: 600,
      textAnchor: "start",
      dx: 14,
      dy: below ? 7 : -7
    });
  return [name("pdp", last.pdp < last.ale), name("ale", last.pdp >= last.ale)];
}

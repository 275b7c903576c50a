import * as Plot from "@observablehq/plot";
import {featureNamed} from "../lib/features/featureNamed.js";
import type {Feature} from "../lib/features/features.js";
import {axisLabel} from "../lib/format/axisLabel.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {formatShare} from "../lib/format/formatShare.js";
import type {PairEffect} from "../lib/wire/ExplainData.js";
import {chart} from "./chart.js";
import {html} from "./html.js";

const WIDEST = 680;
const ROW_PX = 30;
const FEW = 0.001; // share of the tracks below which a cell is called empty
const DEEPEST = 0.55; // opacity: text on it stays readable
const SMALL_PX = 8;
const LETTER_PX = 7.5;

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly p: number;
  readonly share: number;
}

/** Mean probability by the values of two features: warm cells above the tracks' mean, cool ones below, small ones without tracks. */
export function pairChart({features, x, y, p, share}: PairEffect): HTMLElement {
  const [across, up] = features.map(featureNamed);
  const both = `${across.label} and ${up.label.toLowerCase()}`;
  const cells = x.flatMap((at, i) => y.map((height, j) => ({x: at, y: height, p: p[i][j], share: share[i][j]})));
  const peopled = cells.filter(isPeopled);
  if (x.length < 2 || y.length < 2 || peopled.length === 0) {
    return html`<p>${both} do not both vary among these tracks, so there is nothing to draw.</p>`;
  }
  const total = peopled.reduce((sum, cell) => sum + cell.share, 0);
  const mean = peopled.reduce((sum, cell) => sum + cell.share * cell.p, 0) / total;
  const highest = peopled.reduce((a, b) => (b.p > a.p ? b : a));
  const lowest = peopled.reduce((a, b) => (b.p < a.p ? b : a));
  const at = (cell: Cell) =>
    `${across.label.toLowerCase()} ${formatFeature(across, cell.x)} and ${up.label.toLowerCase()} ${formatFeature(up, cell.y)} (${formatPercent(cell.p)})`;
  const empty = cells.length - peopled.length;
  const heightPx = 64 + y.length * ROW_PX;
  return chart({
    title:
      formatPercent(highest.p) === formatPercent(lowest.p)
        ? `${both}: the mean probability stays at ${formatPercent(mean)}`
        : `Highest at ${at(highest)}, lowest at ${at(lowest)}`,
    summary:
      `${both} together: mean probability in percent with both values set to a cell’s (partial dependence), warm above ${formatPercent(mean)}, the mean of the cells by their tracks, and cool below it. ` +
      (empty > 0
        ? `Small cells (${empty} of ${cells.length}) hold fewer than 1 track in 1,000: there the model answers about songs it hardly knows, and the title leaves them out. `
        : "") +
      "Cells are drawn equally large, whatever range of values they stand for.",
    table: {
      columns: [across.label, up.label, "Probability", "Share of tracks"],
      rows: cells.map((cell) => [cell.x, cell.y, cell.p, cell.share])
    },
    heightPx,
    draw: (width) =>
      plot(across, up, {x, y, cells, mean, extremes: [highest, lowest]}, {width: Math.min(width, WIDEST), heightPx})
  });
}

const isPeopled = ({share}: Cell) => share >= FEW;

/** A value as its axis shows it, which names the unit. */
const tickText = (feature: Feature, value: number) =>
  formatFeature(feature, value).replace(/ (dB|BPM|beats? a bar)$/, "");

interface Grid {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly cells: readonly Cell[];
  readonly mean: number;
  readonly extremes: readonly Cell[];
}

function plot(
  across: Feature,
  up: Feature,
  {x, y, cells, mean, extremes}: Grid,
  {width, heightPx}: {width: number; heightPx: number}
): SVGSVGElement {
  const longest = (feature: Feature, values: readonly number[]) =>
    LETTER_PX * Math.max(...values.map((value) => tickText(feature, value).length));
  const marginLeft = 18 + longest(up, y);
  const cellPx = (width - marginLeft - 8) / x.length;
  const every = Math.ceil((longest(across, x) + 6) / cellPx);
  const deviation = Math.max(...cells.filter(isPeopled).map((cell) => Math.abs(cell.p - mean)), Number.MIN_VALUE);
  const square = {
    x: "x",
    y: "y",
    fill: (cell: Cell) => `var(--${cell.p < mean ? "flop" : "hit"})`,
    fillOpacity: (cell: Cell) => 0.04 + (DEEPEST - 0.04) * Math.min(1, Math.abs(cell.p - mean) / deviation)
  };
  const inside = {
    x: "x",
    y: "y",
    text: (cell: Cell) => String(Math.round(cell.p * 100)),
    pointerEvents: "none"
  } as const;
  return Plot.plot({
    width,
    height: heightPx,
    marginLeft,
    marginRight: 8,
    marginBottom: 40,
    marginTop: 24,
    padding: 0.04,
    x: {
      domain: x,
      label: axisLabel(across),
      tickSize: 0,
      ticks: x.filter((_, i) => i % every === 0),
      tickFormat: (value: number) => tickText(across, value)
    },
    y: {
      domain: [...y].reverse(),
      label: axisLabel(up),
      labelAnchor: "top",
      labelArrow: "none",
      tickSize: 0,
      tickFormat: (value: number) => tickText(up, value)
    },
    marks: [
      Plot.cell(cells.filter(isPeopled), square),
      Plot.cell(cells.filter((cell) => !isPeopled(cell)), {...square, insetLeft: (cellPx - SMALL_PX) / 2, insetRight: (cellPx - SMALL_PX) / 2, insetTop: (ROW_PX - SMALL_PX) / 2, insetBottom: (ROW_PX - SMALL_PX) / 2}), // prettier-ignore
      Plot.cell(extremes, {x: "x", y: "y", stroke: "currentColor", strokeWidth: 1.5, inset: 0.75}),
      Plot.text(
        cells.filter((cell) => isPeopled(cell) && (cellPx >= 20 || extremes.includes(cell))),
        inside
      ),
      Plot.tip(
        cells,
        Plot.pointer({
          x: "x",
          y: "y",
          title: (cell: Cell) =>
            `${axisLabel(across)} ${formatFeature(across, cell.x)}\n${axisLabel(up)} ${formatFeature(up, cell.y)}\n` +
            `probability ${formatPercent(cell.p)}\n${formatShare(cell.share)} of tracks nearest`
        })
      )
    ]
  }) as SVGSVGElement;
}

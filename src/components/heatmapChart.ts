import * as Plot from "@observablehq/plot";
import {mean, quantile, range} from "d3-array";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {theModel} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {paintShapes} from "./paintShapes.js";
import {
  amount,
  contribution,
  lanesOf,
  noTracks,
  predictionOf,
  probabilityOf,
  trackName,
  tracksTable
} from "./reasonsTools.js";
import type {Lane, TracksReasons} from "./reasonsTools.js";

const LANE_PX = 20;
const STRIP = 5; // lanes that the predictions above take
const TONES = 12; // from neutral to full colour
const CLAMP = 0.98; // of the contributions are no larger than full colour
const MARGIN = {marginLeft: 116, marginRight: 12, marginTop: 16, marginBottom: 40};

interface Cell {
  readonly k: number; // column
  readonly lane: number;
  readonly row: number;
  readonly phi: number;
}

/** Every contribution to every track: a column a track by rising prediction, a lane a feature, the predictions above. */
export function heatmapChart(tracks: TracksReasons): HTMLElement {
  const {rows, space, id} = tracks;
  if (rows.length === 0) return noTracks();
  const lanes = lanesOf(tracks);
  const ordered = [...rows].sort((a, b) => predictionOf(space, a) - predictionOf(space, b));
  const sizes = rows.flatMap((row) => space.phi.map((of) => Math.abs(of[row])));
  const full = quantile(sizes, CLAMP)! || Math.max(...sizes);
  const height = MARGIN.marginTop + MARGIN.marginBottom + LANE_PX * (lanes.length + STRIP);
  return chart({
    title: finding(tracks, lanes, ordered),
    summary:
      `Each column is a track, by rising prediction of ${theModel(id)} (the line above); each lane is a feature, the strongest first. ` +
      "Warm contributions raise the prediction, cool ones lower it" +
      (full > 0 ? `; colours are full from ${contribution(space.space, full, {signed: false})} on.` : "."),
    table: tracksTable(tracks, lanes, ordered),
    heightPx: height,
    draw: (width) => drawing(tracks, {lanes, ordered, full, width, height})
  });
}

interface DrawingOptions {
  readonly lanes: readonly Lane[];
  readonly ordered: readonly number[];
  readonly full: number;
  readonly width: number;
  readonly height: number;
}

function drawing(tracks: TracksReasons, {lanes, ordered, full, width, height}: DrawingOptions): SVGSVGElement {
  const {space} = tracks;
  const every = Math.ceil(ordered.length / (width - MARGIN.marginLeft - MARGIN.marginRight)); // a pixel a column at least
  const shown = ordered.filter((_, k) => k % every === 0);
  const cells = lanes.flatMap(({j}, lane) => shown.map((row, k): Cell => ({k, lane, row, phi: space.phi[j][row]})));
  const stripAt = (p: number) => -0.9 - (STRIP - 1.4) * p;
  const line = shown.map((row, k) => ({x: k + 0.5, y: stripAt(probabilityOf(space.space, predictionOf(space, row)))}));
  const left = {tickSize: 0, label: null} as const;
  const what = `${shown.length.toLocaleString("en")}${every > 1 ? ` of ${ordered.length.toLocaleString("en")}` : ""} ${ordered.length === 1 ? "track" : "tracks"}`; // prettier-ignore
  return Plot.plot({
    width,
    height,
    ...MARGIN,
    x: {domain: [0, shown.length], axis: null},
    y: {domain: [lanes.length - 0.5, -0.5 - STRIP], axis: null},
    marks: [
      Plot.axisY(range(lanes.length), {...left, tickFormat: (k: number) => lanes[k].label}),
      Plot.axisY([0, 0.5, 1].map(stripAt), {...left, tickFormat: (_, k: number) => ["0 %", "50 %", "100 %"][k]}),
      Plot.ruleY([0, 0.5, 1].map(stripAt), {stroke: "var(--theme-foreground-faintest)"}),
      Plot.line(line.length > 1 ? line : [{...line[0], x: 0}, {...line[0], x: 1}], {x: "x", y: "y", strokeWidth: 2}), // prettier-ignore
      Plot.text([`Probability of a hit`], {frameAnchor: "top-left", dy: -10, text: (d) => d}),
      Plot.text([`${what}, by rising prediction →`], {frameAnchor: "bottom-right", dy: 20, text: (d) => d}),
      (_index, {x, y}) => paint(cells, full, (k) => Math.round(x!(k)!), (k) => Math.round(y!(k)!)), // prettier-ignore
      Plot.tip(
        cells,
        Plot.pointer({x: (d: Cell) => d.k + 0.5, y: "lane", title: (d: Cell) => tipText(tracks, lanes[d.lane], d)})
      )
    ]
  }) as SVGSVGElement;
}

/** Cells in tones of their sign, their edges on whole pixels. */
function paint(
  cells: readonly Cell[],
  full: number,
  x: (k: number) => number,
  y: (lane: number) => number
): SVGElement {
  return paintShapes(
    cells.flatMap(({k, lane, phi}) => {
      const tone = phi === 0 ? 0 : Math.round(TONES * Math.min(1, Math.abs(phi) / full));
      const d = `M${x(k)},${y(lane - 0.5)}H${x(k + 1)}V${y(lane + 0.5)}H${x(k)}Z`;
      return tone === 0 ? [] : [{d, pass: 0, fill: `var(--${phi > 0 ? "hit" : "flop"})`, fillOpacity: tone / TONES}];
    })
  );
}

function tipText({songs, space, features}: TracksReasons, {label, j}: Lane, {row, phi}: Cell): string {
  const value = formatFeature(featureNamed(features[j]), songs.x[j][row] ?? NaN);
  const p = formatPercent(probabilityOf(space.space, predictionOf(space, row)));
  return `${trackName(songs.songs[row])}, ${p}\n${label}: ${value}, ${contribution(space.space, phi)}`;
}

/** Which feature's contributions differ most between the lowest and the highest tenth of the predictions. */
function finding({space: {space, phi}}: TracksReasons, lanes: readonly Lane[], ordered: readonly number[]): string {
  if (lanes[0].strength === 0) return "No feature contributes anything here";
  if (ordered.length === 1)
    return `${lanes[0].label} contributes most, ${contribution(space, phi[lanes[0].j][ordered[0]])}`;
  const tenth = Math.max(1, Math.round(ordered.length / 10));
  const part = tenth > 1 ? " tenth" : "";
  const ends = lanes.map(({label, j}) => {
    const meanOf = (rows: readonly number[]) => mean(rows, (row) => phi[j][row])!;
    return {label, low: meanOf(ordered.slice(0, tenth)), high: meanOf(ordered.slice(-tenth))};
  });
  const most = ends.reduce((a, b) => (Math.abs(b.high - b.low) > Math.abs(a.high - a.low) ? b : a));
  return (
    `${most.label} parts high predictions from low ones most: ${amount(space, most.high)} in the highest${part}, ` +
    `${contribution(space, most.low)} in the lowest`
  );
}

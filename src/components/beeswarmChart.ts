import * as Plot from "@observablehq/plot";
import {extent, median, range} from "d3-array";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {theModel} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {paintShapes} from "./paintShapes.js";
import {
  amount,
  contribution,
  HOLLOW,
  inUnit,
  lanesOf,
  noTracks,
  shadesOf,
  trackName,
  unitOf,
  type Lane,
  type Shade,
  type TracksReasons
} from "./reasonsTools.js";
import {shadeKey} from "./shadeKey.js";

const LANE_PX = 28;
const RADIUS_PX = 2;
const MARGIN = {marginLeft: 116, marginRight: 14, marginTop: 30, marginBottom: 40};

interface Dot extends Shade {
  readonly lane: number;
  readonly x: number;
  readonly title: string;
}

/** What every feature contributes to every track: a lane a feature, a dot a track, shaded by the feature's value. */
export function beeswarmChart(tracks: TracksReasons): HTMLElement {
  const {rows, space, songs, id} = tracks;
  if (rows.length === 0) return noTracks();
  const lanes = lanesOf(tracks);
  const dots = lanes.flatMap((lane, k) => dotsOf(tracks, lane, k));
  const unknown = dots.some(({fill}) => fill === HOLLOW.fill);
  const height = MARGIN.marginTop + MARGIN.marginBottom + LANE_PX * lanes.length;
  return chart({
    title: finding(tracks, lanes[0]),
    summary:
      `What each feature contributes to the predictions of ${theModel(id)}, a dot a track ` +
      `(${rows.length.toLocaleString("en")} drawn), the strongest feature first: right of 0 it raises the ` +
      "prediction, left of 0 it lowers it. Fainter dots have a low value of the feature, stronger ones a high value" +
      (unknown ? "; hollow ones an unknown value." : "."),
    table: {
      columns: ["Feature", `Mean size (${unitOf(space.space)})`, "Lowest", "Median", "Highest", "Unknown values"],
      rows: lanes.map(({label, j, strength}) => {
        const phi = rows.map((row) => inUnit(space.space, space.phi[j][row]));
        const missing = rows.filter((row) => songs.x[j][row] === null).length;
        return [label, inUnit(space.space, strength), Math.min(...phi), median(phi)!, Math.max(...phi), missing];
      })
    },
    heightPx: height,
    draw: (width) => {
      const [low, high] = extent([0, ...dots.map(({x}) => x)]) as [number, number];
      const domain = low === high ? [-1, 1] : [low, high];
      const pxPerUnit = (width - MARGIN.marginLeft - MARGIN.marginRight) / (domain[1] - domain[0]);
      const placed = place(dots, pxPerUnit);
      return Plot.plot({
        width,
        height,
        ...MARGIN,
        x: {domain, label: `Contribution (${unitOf(space.space)})`, ticks: width < 520 ? 4 : 8, inset: 4},
        y: {domain: [lanes.length - 0.5, -0.5], axis: null},
        marks: [
          Plot.axisY(range(lanes.length), {tickSize: 0, label: null, tickFormat: (k: number) => lanes[k].label}),
          Plot.ruleY(range(lanes.length), {stroke: "var(--theme-foreground-faintest)"}),
          Plot.ruleX([0]),
          (_index, {x, y}) => paintShapes(placed.map((dot) => ({...dot, d: circle(x!(dot.x)!, y!(dot.y)!)}))),
          Plot.tip(placed, Plot.pointer({x: "x", y: "y", title: "title"})),
          shadeKey({what: "value", left: MARGIN.marginLeft, width, unknown})
        ]
      });
    }
  });
}

function finding({rows, space}: TracksReasons, {label, j, strength}: Lane): string {
  if (strength === 0) return "No feature contributes anything here";
  const [low, high] = extent(rows, (row) => space.phi[j][row]) as [number, number];
  const what = `${label} moves ${rows.length === 1 ? "this prediction" : "these predictions"} most`;
  const [from, to] = [amount(space.space, low), contribution(space.space, high)];
  return low === high ? `${what}: ${to}` : `${what}, from ${from} to ${to}`;
}

function dotsOf({songs, space, rows}: TracksReasons, {feature, label, j}: Lane, lane: number): Dot[] {
  const shades = shadesOf(songs.x[j]);
  return rows.map((row) => ({
    ...shades[row],
    lane,
    x: inUnit(space.space, space.phi[j][row]),
    title:
      `${trackName(songs.songs[row])}\n${label}: ${formatFeature(featureNamed(feature), songs.x[j][row] ?? NaN)}` +
      `\n${contribution(space.space, space.phi[j][row])}`
  }));
}

/** Dots of a lane that would cover each other step aside, closer together where they are many; each covers the one before. */
function place(dots: readonly Dot[], pxPerUnit: number) {
  const columnOf = ({lane, x}: Dot) => `${lane}:${Math.round((x * pxPerUnit) / (2 * RADIUS_PX))}`;
  const sizes = new Map<string, number>();
  const ranked = dots.map((dot) => {
    const column = columnOf(dot);
    const rank = sizes.get(column) ?? 0;
    sizes.set(column, rank + 1);
    return {dot, column, rank};
  });
  return ranked.map(({dot, column, rank}) => {
    const step = Math.min((2 * RADIUS_PX) / LANE_PX, 0.78 / sizes.get(column)!);
    return {...dot, pass: rank, y: dot.lane + (rank % 2 === 0 ? -1 : 1) * Math.ceil(rank / 2) * step};
  });
}

function circle(x: number, y: number): string {
  const r = RADIUS_PX;
  return `M${(x - r).toFixed(1)},${y.toFixed(1)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
}

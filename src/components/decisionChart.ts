import * as Plot from "@observablehq/plot";
import {mean, range} from "d3-array";
import {formatPercent} from "../lib/format/formatPercent.js";
import {sigmoid} from "../lib/sigmoid.js";
import {theModel} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {contribution, lanesOf, noTracks, predictionOf, probabilityOf, trackName, tracksTable} from "./reasonsTools.js";
import type {Lane, TracksReasons} from "./reasonsTools.js";

const MOST = 40; // lines that can still be told apart
const LANE_PX = 26;
const MARGIN = {marginLeft: 116, marginRight: 20, marginBottom: 40};
const PERCENTS = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

interface Step {
  readonly row: number;
  readonly x: number; // what base and contributions so far add up to
  readonly y: number;
  readonly title: string;
}

/** How some tracks come from the base to their predictions, feature by feature: a line a track, one of them strong. */
export function decisionChart(tracks: TracksReasons, highlighted: number | null): HTMLElement {
  const {rows, songs, space, id} = tracks;
  if (rows.length === 0) return noTracks();
  const lanes = lanesOf(tracks);
  const sample = evenly(tracks);
  const shown = highlighted === null || sample.includes(highlighted) ? sample : [...sample, highlighted];
  const steps = new Map(shown.map((row) => [row, stepsOf(tracks, lanes, row)]));
  const all = [...steps.values()].flat();
  const strong = highlighted === null ? [] : steps.get(highlighted)!;
  const ends = all.map(({x}) => x);
  const pad = 0.04 * (Math.max(...ends) - Math.min(...ends)) || (space.space === "log-odds" ? 1 : 0.1);
  const domain = [Math.min(...ends) - pad, Math.max(...ends) + pad];
  const marginTop = space.space === "log-odds" ? 42 : 8; // an axis stands there, or none
  const height = marginTop + MARGIN.marginBottom + LANE_PX * lanes.length;
  const colour = ({row}: Step) => `var(--${songs.songs[row].hit ? "hit" : "flop"})`;
  const line = {x: "x", y: "y", z: "row", stroke: colour} as const;
  return chart({
    title: highlighted === null ? groupFinding(tracks, lanes) : trackFinding(tracks, lanes, highlighted),
    summary:
      `From the base at the foot, each line adds up a track’s contributions in ${theModel(id)}, the strongest feature last, ` +
      `to its prediction at the top: hits warm, flops cool. ` +
      `Drawn ${sample.length === 1 ? "is" : "are"} ${sample.length} of ${rows.length.toLocaleString("en")} tracks` +
      (sample.length < rows.length ? ", evenly spread over the predictions" : "") +
      (shown.length > sample.length ? ", and the one named." : "."),
    table: tracksTable(tracks, lanes, shown),
    heightPx: height,
    draw: (width) =>
      Plot.plot({
        width,
        height,
        ...MARGIN,
        marginTop,
        x: {domain, axis: null},
        y: {domain: [lanes.length, 0], axis: null},
        marks: [
          Plot.axisY(range(lanes.length).map((k) => k + 0.5), {tickSize: 0, label: null, tickFormat: (y: number) => lanes[y - 0.5].label}), // prettier-ignore
          Plot.ruleY(range(lanes.length + 1), {stroke: "var(--theme-foreground-faintest)"}),
          space.space === "log-odds" ? logOddsAxes(domain, width) : percentAxis(width),
          Plot.ruleX([space.base], {strokeDasharray: "2,3"}),
          Plot.line(all.filter(({row}) => row !== highlighted), {...line, strokeWidth: 1.25, strokeOpacity: strong.length > 0 ? 0.35 : 0.65}), // prettier-ignore
          Plot.line(strong, {...line, stroke: "var(--theme-background)", strokeWidth: 6}),
          Plot.line(strong, {...line, strokeWidth: 3}),
          Plot.dot(strong, {...line, fill: colour, r: 2.5}),
          Plot.tip(all, Plot.pointer({x: "x", y: "y", title: "title"}))
        ]
      })
  });
}

/** Rows spread evenly over the predictions, from the lowest to the highest. */
function evenly({rows, space}: TracksReasons): readonly number[] {
  const ordered = [...rows].sort((a, b) => predictionOf(space, a) - predictionOf(space, b));
  if (rows.length <= MOST) return ordered;
  return range(MOST).map((k) => ordered[Math.round((k * (rows.length - 1)) / (MOST - 1))]);
}

/** A track's line from the base at the foot to its prediction at the top, where y is 0. */
function stepsOf({songs, space}: TracksReasons, lanes: readonly Lane[], row: number): Step[] {
  const name = trackName(songs.songs[row]);
  const outcome = songs.songs[row].hit ? "hit" : "flop";
  let x = space.base;
  const foot = {row, x, y: lanes.length, title: `${name}\nbase ${percent(space.space, x)}`};
  return [
    foot,
    ...[...lanes.keys()].reverse().map((k) => {
      const phi = space.phi[lanes[k].j][row];
      x += phi;
      return {
        row,
        x,
        y: k,
        title: `${name}, a ${outcome}\n${lanes[k].label} ${contribution(space.space, phi)}\n${k === 0 ? "prediction" : "so far"} ${percent(space.space, x)}` // prettier-ignore
      };
    })
  ];
}

const percent = (space: "log-odds" | "probability", at: number) => formatPercent(probabilityOf(space, at));

function logOddsAxes(domain: readonly number[], width: number): Plot.Markish[] {
  const every = width < 520 ? 2 : 1; // .01, .1, .5, .9 and .99 where there is little room
  const shown = PERCENTS.filter((_, k) => k % every === 0)
    .map((p) => Math.log(p / (1 - p)))
    .filter((x) => x > domain[0] && x < domain[1]);
  return [
    Plot.axisX(shown, {anchor: "top", label: "Probability of a hit", tickFormat: (x: number) => `${Math.round(sigmoid(x) * 100)} %`}), // prettier-ignore
    Plot.axisX({anchor: "bottom", label: "Margin (log-odds)", ticks: 5})
  ];
}

const percentAxis = (width: number) =>
  Plot.axisX({anchor: "bottom", label: "Probability of a hit", ticks: width < 520 ? 4 : 8, tickFormat: (x: number) => `${Math.round(100 * x)} %`}); // prettier-ignore

function trackFinding({songs, space}: TracksReasons, lanes: readonly Lane[], row: number): string {
  const strongest = lanes.reduce((a, b) => (Math.abs(space.phi[b.j][row]) > Math.abs(space.phi[a.j][row]) ? b : a));
  const most = space.phi[strongest.j][row];
  const outcome = songs.songs[row].hit ? "hit" : "flop";
  const who = `${trackName(songs.songs[row])}, a ${outcome}`;
  if (most === 0) return `${who}: no feature moves it from the base of ${percent(space.space, space.base)}`;
  const path = `from ${percent(space.space, space.base)} to ${percent(space.space, predictionOf(space, row))}`;
  return `${who}: ${path}, most by ${strongest.label.toLowerCase()}, ${contribution(space.space, most)}`;
}

/** Which feature's contributions part the hits from the flops most. */
function groupFinding({rows, songs, space}: TracksReasons, lanes: readonly Lane[]): string {
  if (lanes[0].strength === 0) return "No feature contributes anything here";
  const meanOf = (j: number, hit: boolean) =>
    mean(
      rows.filter((row) => songs.songs[row].hit === hit),
      (row) => space.phi[j][row]
    );
  const gaps = lanes.flatMap(({label, j}) => {
    const [hits, flops] = [meanOf(j, true), meanOf(j, false)];
    return hits === undefined || flops === undefined ? [] : [{label, gap: hits - flops}];
  });
  if (gaps.length === 0) return `${lanes[0].label} moves these predictions most`;
  const most = gaps.reduce((a, b) => (b.gap > a.gap ? b : a));
  if (most.gap <= 0) return "No feature’s contributions part these hits from these flops";
  return `${most.label} parts these hits from these flops most: ${contribution(space.space, most.gap)} between their means`;
}

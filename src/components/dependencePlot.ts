import * as Plot from "@observablehq/plot";
import {max, median, min, rollups, ticks} from "d3-array";
import type {Feature, Unit} from "../lib/features/features.js";
import {axisLabel} from "../lib/format/axisLabel.js";
import {formatTick} from "../lib/format/formatTick.js";
import {HOLLOW, type Shade} from "./reasonsTools.js";
import {shadeKey} from "./shadeKey.js";

/** Height of the plot, to be reserved. */
export const DEPENDENCE_PX = 360;

const MARGIN = {marginLeft: 52, marginRight: 16, marginBottom: 40};
const STEPPED: readonly Unit[] = ["key", "mode", "beats", "year"];
const FEWEST = 20; // tracks that a running median needs
const TICK_PX = 58;
const GOLDEN = 0.618034; // its multiples spread evenly

/** A track in a dependence plot. */
export interface DependencePoint extends Shade {
  readonly value: number | null; // in the feature's unit
  readonly y: number; // as the axis shows it
  readonly phi: number; // in its space
  readonly title: string; // of the tip; hostile text
}

interface DependencePlotOptions {
  readonly width: number;
  readonly of: Feature;
  readonly other: Feature | null; // that shades the dots
  readonly y: string;
}

/** Whether a feature has few values, which are drawn as columns. */
export const isStepped = ({unit}: Pick<Feature, "unit">): boolean => STEPPED.includes(unit);

/** Contributions by value, with their median; tracks whose value is unknown stand in a column of their own at the left. */
export function dependencePlot(
  points: readonly DependencePoint[],
  {width, of, other, y}: DependencePlotOptions
): SVGSVGElement | HTMLElement {
  const stepped = isStepped(of);
  const values = [...new Set(points.flatMap(({value}) => (value === null ? [] : [value])))].sort((a, b) => a - b);
  const [low, high] = [values[0] ?? 0, values.at(-1) ?? 0];
  const gap = (stepped ? min(values.slice(1), (value, k) => value - values[k]) : (high - low) * 0.1) || 1;
  const unknownX = low - gap;
  const anyUnknown = points.some(({value}) => value === null);
  const anyHollow = points.some(({fill}) => fill === HOLLOW.fill);
  const columnOf = ({value}: DependencePoint) => value ?? unknownX;
  const placed = points.map((point, k) => ({
    ...point,
    x: columnOf(point) + (stepped || point.value === null ? 0.6 * gap * (((k * GOLDEN) % 1) - 0.5) : 0)
  }));
  const columns = rollups(
    stepped ? placed : placed.filter(({value}) => value === null),
    (part) => median(part, (point) => point.y)!,
    columnOf
  );
  const room = Math.max(2, Math.floor((width - MARGIN.marginLeft - MARGIN.marginRight) / TICK_PX));
  const marked = stepped ? everyFew(values, room) : low === high ? values : ticks(low, high, room);
  const known = placed.filter(({value}) => value !== null).sort((a, b) => a.x - b.x);
  const middle = {x: "x", y: "y", stroke: "currentColor"} as const;
  const window = {k: Math.max(9, Math.round(known.length / 12)), reduce: "median"} as const;
  const reach = max(placed, (point) => Math.abs(point.y)) === 0 ? [-1, 1] : [0];
  return Plot.plot({
    width,
    height: DEPENDENCE_PX,
    ...MARGIN,
    marginTop: other ? 46 : 30,
    x: {
      domain: [(anyUnknown ? unknownX : low) - gap / 2, high + gap / 2],
      label: axisLabel(of)
    },
    y: {label: y, grid: true, ticks: 6, nice: true},
    marks: [
      Plot.ruleY([0]),
      Plot.axisX(marked, {tickFormat: (value: number) => formatTick(of, value)}),
      anyUnknown ? Plot.axisX([unknownX], {tickFormat: () => "unknown", label: null}) : null,
      Plot.ruleY(reach, {strokeOpacity: 0}),
      Plot.dot(placed, {x: "x", y: "y", r: 2.5, fill: "fill", stroke: "stroke"}),
      Plot.ruleY(columns, {
        x1: ([x]: [number, number]) => x - 0.4 * gap,
        x2: ([x]: [number, number]) => x + 0.4 * gap,
        y: ([, at]: [number, number]) => at,
        strokeWidth: 2.5
      }),
      stepped || known.length < FEWEST
        ? null
        : [
            Plot.line(known, Plot.windowY(window, {...middle, stroke: "var(--theme-background)", strokeWidth: 5})),
            Plot.line(known, Plot.windowY(window, {...middle, strokeWidth: 2}))
          ],
      Plot.tip(placed, Plot.pointer({x: "x", y: "y", title: "title"})),
      other ? shadeKey({what: other.label.toLowerCase(), left: MARGIN.marginLeft, width, unknown: anyHollow}) : null
    ]
  });
}

/** At most so many of a list, evenly. */
function everyFew<T>(list: readonly T[], most: number): T[] {
  const every = Math.ceil(list.length / most);
  return list.filter((_, k) => k % every === 0);
}

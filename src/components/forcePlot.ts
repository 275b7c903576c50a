import * as Plot from "@observablehq/plot";
import {formatPercent} from "../lib/format/formatPercent.js";
import {sigmoid} from "../lib/sigmoid.js";
import type {Space} from "../lib/wire/ExplainData.js";
import {percentIn, percentTicks, type WaterfallBar} from "./waterfall.js";

/** A push on the prediction: it starts at `from` and points to `to`, which is nearer to the prediction. */
export interface Push extends WaterfallBar {
  readonly from: number;
  readonly to: number;
}

export interface ForceOptions {
  readonly space: Space;
  readonly width: number;
}

export const FORCE_PX = 102;
const STRIP = {top: 34, bottom: 58}; // px
const TIP_PX = 5;
const SIDE_PX = 16;
const LETTER_PX = 6.4; // of a label, at most

/**
 * The classic force picture: what raises the prediction pushes from the left, what lowers it from the right, and both
 * meet at the prediction with the widest push next to it. Pushes that have room for it carry their names. The dashed line
 * is the base value.
 */
export function forcePlot(base: number, bars: readonly WaterfallBar[], {space, width}: ForceOptions): SVGSVGElement {
  const end = bars.reduce((sum, {phi}) => sum + phi, base);
  const pushes = pushesOf(end, bars);
  const places = [base, end, ...pushes.map(({from}) => from)];
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const spare = (high - low || 1) * 0.02;
  const domain: [number, number] = [low - spare, high + spare];
  const plotPx = width - 2 * SIDE_PX;
  const pxPerUnit = plotPx / (domain[1] - domain[0]);
  const named = pushes.filter(
    (push) => labelOf(push).length * LETTER_PX + 2 * TIP_PX <= Math.abs(push.phi) * pxPerUnit
  );
  const percent = formatPercent(space === "log-odds" ? sigmoid(end) : end);
  const colour = ({phi}: WaterfallBar) => `var(--${phi >= 0 ? "hit" : "flop"})`;
  return Plot.plot({
    width,
    height: FORCE_PX,
    marginLeft: SIDE_PX,
    marginRight: SIDE_PX,
    marginTop: STRIP.top,
    marginBottom: FORCE_PX - STRIP.bottom,
    x: {domain, axis: null},
    y: {domain: [0, 1], axis: null},
    marks: [
      Plot.ruleX([base], {strokeDasharray: "2,3", insetBottom: -22}),
      (_, {x}, __, ___, {document}) => arrows(pushes, x!, colour, document),
      Plot.text(named, {
        x: ({from, to}) => (from + to) / 2,
        text: labelOf,
        fill: colour,
        frameAnchor: "bottom",
        dy: 14
      }),
      Plot.text([end], {
        x: (at) => at,
        text: () => percent,
        frameAnchor: "top",
        dy: -14,
        fontSize: 16,
        fontWeight: 600
      }),
      Plot.axisX(percentTicks(domain, space, plotPx), {
        anchor: "bottom",
        label: null,
        tickFormat: percentIn(space),
        insetBottom: -22
      })
    ]
  }) as SVGSVGElement;
}

/** Where each push starts and where it points to: from the prediction outwards, strongest first on either side. */
export function pushesOf(end: number, bars: readonly WaterfallBar[]): Push[] {
  let [raisedFrom, loweredFrom] = [end, end];
  return [...bars]
    .filter(({phi}) => phi !== 0)
    .sort((a, b) => Math.abs(b.phi) - Math.abs(a.phi))
    .map((bar) => {
      const to = bar.phi > 0 ? raisedFrom : loweredFrom;
      const from = to - bar.phi;
      if (bar.phi > 0) raisedFrom = from;
      else loweredFrom = from;
      return {...bar, from, to};
    });
}

const labelOf = ({label, value}: WaterfallBar) => `${label} ${value}`;

/** One arrow a push; each has its tail in the tip of the next. */
function arrows(
  pushes: readonly Push[],
  x: (at: number) => number,
  colour: (push: Push) => string,
  document: Document
): SVGGElement {
  const svg = (name: string) => document.createElementNS("http://www.w3.org/2000/svg", name);
  const group = svg("g") as SVGGElement;
  const {top, bottom} = STRIP;
  for (const push of pushes) {
    const [tail, tip] = [x(push.from), x(push.to)];
    const back = push.phi > 0 ? -TIP_PX : TIP_PX;
    const path = svg("path");
    const corners = [[tail + back, top], [tip + back, top], [tip, (top + bottom) / 2], [tip + back, bottom], [tail + back, bottom], [tail, (top + bottom) / 2]]; // prettier-ignore
    path.setAttribute("d", `M${corners.map((corner) => corner.map((px) => px.toFixed(2)).join()).join("L")}Z`);
    path.setAttribute("fill", colour(push));
    path.setAttribute("fill-opacity", push.unstable ? "0.4" : "1");
    path.setAttribute("stroke", "var(--theme-background)");
    const title = svg("title");
    title.textContent = labelOf(push);
    path.append(title);
    group.append(path);
  }
  return group;
}

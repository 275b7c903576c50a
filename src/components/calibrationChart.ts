import * as Plot from "@observablehq/plot";
import {formatPoints} from "../lib/format/formatPoints.js";
import type {Estimate} from "../lib/metrics/types.js";
import type {ReliabilityBin} from "../lib/metrics/reliabilityCurve.js";
import type {ModelResults} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";

const METHODS = {raw: "As predicted", platt: "After Platt scaling", isotonic: "After isotonic regression"};

interface Panel {
  readonly name: string;
  readonly ece: Estimate;
  readonly bins: readonly ReliabilityBin[];
}

/** Reliability curves of a model, before and after recalibration: what share of the tracks given a p were hits. */
export function calibrationChart({id, metrics, reliability, recalibrated}: ModelResults): HTMLElement {
  const panels: readonly Panel[] = [
    {name: METHODS.raw, ece: metrics.ece, bins: reliability},
    ...recalibrated.map(({method, ece, reliability}) => ({name: METHODS[method], ece, bins: reliability}))
  ];
  const [, ...after] = panels.map(({ece}) => (ece.value * 100).toFixed(1));
  return chart({
    title:
      `${MODEL_LABELS[id]}: probabilities off by ${formatPoints(metrics.ece.value)}` +
      (after.length > 0 ? `, after recalibration by ${after.join(" or ")}` : ""),
    summary:
      "Tracks are grouped by the probability they were given; a dot shows the share of each group that were hits, with a " +
      "95 % interval. On the diagonal a probability means what it says, at this study’s share of hits. ECE is the mean " +
      "distance from it. Recalibration was learned from other tracks than those it is judged on.",
    table: {
      columns: ["Probabilities", "Mean probability", "Share of hits", "Low", "High", "Tracks"],
      rows: panels.flatMap(({name, bins}) =>
        bins.map(({meanP, share, shareLow, shareHigh, count}) => [name, meanP, share, shareLow, shareHigh, count])
      )
    },
    heightPx: 380,
    draw: (width) => draw(panels, width)
  });
}

/** The panels in one drawing: side by side, or on a phone one below the other. */
function draw(panels: readonly Panel[], width: number) {
  const wide = width >= 700;
  const facet = wide ? "fx" : "fy";
  const bins = panels.flatMap(({name, bins}) => bins.map((bin) => ({name, ...bin})));
  const ends = panels.flatMap(({name}) => [0, 1].map((end) => ({name, end})));
  const axis = {domain: [0, 1], tickFormat: ".0%", grid: true, ticks: 5};
  return Plot.plot({
    width: Math.min(width, wide ? 40 + panels.length * 350 : 420),
    height: wide ? 380 : panels.length * 290,
    marginLeft: 48,
    marginTop: wide ? 60 : 20,
    marginBottom: 40,
    [facet]: {domain: panels.map(({name}) => name), axis: null, padding: 0.14},
    x: {...axis, label: "Probability given"},
    y: {...axis, label: "Share that were hits"},
    marks: [
      Plot.text(panels, {
        [facet]: "name",
        frameAnchor: wide ? "top-left" : "bottom-right", // where no curve goes
        dy: wide ? -34 : -8,
        dx: wide ? 0 : -6,
        text: panelLabel,
        fontWeight: 600
      }),
      Plot.line(ends, {[facet]: "name", x: "end", y: "end", strokeOpacity: 0.4}),
      Plot.line(bins, {[facet]: "name", x: "meanP", y: "share", strokeOpacity: 0.6}),
      Plot.ruleX(bins, {
        [facet]: "name",
        x: "meanP",
        y1: "shareLow",
        y2: "shareHigh",
        strokeWidth: 3,
        strokeOpacity: 0.35
      }),
      Plot.dot(bins, {
        [facet]: "name",
        x: "meanP",
        y: "share",
        r: 3.5,
        fill: "currentColor",
        tip: true,
        title: ({meanP, share, count}: ReliabilityBin) =>
          `given ${percent(meanP)}, were hits ${percent(share)}\n${count.toLocaleString("en")} tracks`
      })
    ]
  });
}

const percent = (p: number) => `${(p * 100).toFixed(1)} %`;

const panelLabel = ({name, ece}: Panel) =>
  `${name}\nECE ${formatPoints(ece.value)} (${(ece.low * 100).toFixed(1)} to ${(ece.high * 100).toFixed(1)})`;

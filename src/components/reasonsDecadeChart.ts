import * as Plot from "@observablehq/plot";
import {decadeChanges, directionSign, type DecadeChange} from "../lib/wire/decadeChanges.js";
import type {ExplainData, ExplainedId, ModelReasons} from "../lib/wire/ExplainData.js";
import {MODEL_LABELS, theModel} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {html} from "./html.js";
import {contribution, inUnit, labelOf, unitOf} from "./reasonsTools.js";

const PANELS = 8; // more would hide the strong ones
const [NARROWEST_PX, GAP_PX] = [240, 24]; // of .small-multiples
const PANEL_PX = 134;

interface Point {
  readonly feature: string;
  readonly decade: number;
  readonly tracks: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly direction: number;
}

/** How much a model leans on each feature, decade by decade; triangles tell the direction, and where it turned. */
export function reasonsDecadeChart({features, decades, models}: ExplainData, id: ExplainedId): HTMLElement {
  const model = models.find((one) => one.id === id);
  if (!model) return html`<p>${MODEL_LABELS[id]} could not be fitted here, so it has no reasons to compare.</p>`;
  const changes = decadeChanges({features}, model).filter(({feature}) => feature !== "decade"); // one value in each
  if (decades.length < 2 || changes.length === 0) {
    return html`<p>
      ${
        decades.length === 1
          ? `All explained tracks are of the ${decades[0]}s, so no decades can be compared.`
          : "The decade of these tracks is not known, so no decades can be compared."
      }
    </p>`;
  }
  const told = changes.find(({beyondIntervals}) => beyondIntervals) ?? changes[0];
  const rank = (change: DecadeChange) => (change === told ? Infinity : change.strongest);
  const shown = [...changes].sort((a, b) => rank(b) - rank(a)).slice(0, PANELS);
  const points = pointsOf(model, features).filter(({feature}) => feature !== "decade");
  const top = Math.max(...points.map(({high}) => high)) || 1;
  const turned = changes.filter(({turns}) => turns.length > 0);
  return chart({
    title: finding(told, model, decades),
    summary:
      `Mean |SHAP| of ${theModel(id)} among each decade’s tracks, in ${unitOf(model.space)}` +
      (model.refits > 0 ? ", with 95 % intervals from refits. " : ". ") +
      (shown.length < changes.length
        ? `Drawn are ${shown.length} of ${changes.length} features; the table has all. `
        : "") +
      "Triangles point up where higher values go with higher contributions, down where they go with lower ones; a dot is neither clearly. " +
      turnsSentence(turned, decades) +
      "It tells what the model leans on, which need not be what listeners respond to.",
    table: {
      columns: ["Feature", "Decade", `Mean |SHAP| (${unitOf(model.space)})`, "Low", "High", "Direction", "Tracks"],
      rows: points.map(({feature, decade, value, low, high, direction, tracks}) => [
        labelOf(feature),
        `${decade}s`,
        value,
        ...(model.refits > 0 ? [low, high] : [null, null]),
        direction,
        tracks
      ])
    },
    heightPx: 2 * (PANEL_PX + 24),
    draw: (width) => {
      const columns = Math.max(1, Math.floor((width + GAP_PX) / (NARROWEST_PX + GAP_PX)));
      const panelWidth = Math.floor((width - (columns - 1) * GAP_PX) / columns);
      return html`<div class="small-multiples">
        ${shown.map((change, k) =>
          panel(
            change,
            points.filter(({feature}) => feature === change.feature),
            {decades, top, unit: unitOf(model.space), named: k === 0, width: panelWidth}
          )
        )}
      </div>`;
    }
  });
}

function pointsOf({space, byDecade}: ModelReasons, features: readonly string[]): Point[] {
  const shown = (value: number) => inUnit(space, value);
  return features.flatMap((feature, j) =>
    byDecade.map(({decade, tracks, meanAbsPhi, direction}) => {
      const {value, low, high} = meanAbsPhi[j];
      const size = {value: shown(value), low: shown(low), high: shown(high)};
      return {feature, decade, tracks, ...size, direction: direction[j]};
    })
  );
}

function finding(
  {feature, first, last, beyondIntervals}: DecadeChange,
  model: ModelReasons,
  decades: readonly number[]
) {
  const [from, to] = [`${decades[0]}s`, `${decades[decades.length - 1]}s`];
  const name = MODEL_LABELS[model.id];
  const size = (value: number) => contribution(model.space, value, {signed: false});
  if (!beyondIntervals) {
    const beyond = model.refits > 0 ? " beyond its interval" : "";
    return `${name}: no feature’s weight changes${beyond} between the ${from} and the ${to}`;
  }
  if (model.refits === 0) {
    return `${name}: ${labelOf(feature).toLowerCase()} changes most, from ${size(first.value)} in the ${from} to ${size(last.value)} in the ${to}; how surely is not known`;
  }
  const more = last.value > first.value ? "more" : "less";
  return `${name}: ${labelOf(feature).toLowerCase()} weighs ${more} in the ${to} (${size(last.value)}) than in the ${from} (${size(first.value)})`;
}

function turnsSentence(turned: readonly DecadeChange[], decades: readonly number[]): string {
  if (turned.length === 0) return "No direction turns over from one decade to another. ";
  const [first, ...others] = [...turned].sort((a, b) => b.strongest - a.strongest);
  const where = first.turns.map((k) => `the ${decades[k]}s`).join(", again in ");
  const rest = others.length === 0 ? "" : `, as do ${others.length} weaker ones (marked in their captions)`;
  return `The direction of ${labelOf(first.feature).toLowerCase()} turns over in ${where}${rest}. `;
}

interface PanelOptions {
  readonly decades: readonly number[];
  readonly top: number;
  readonly unit: string;
  readonly named: boolean; // whether its axis names the unit, which all panels share
  readonly width: number;
}

function panel(
  {feature, turns}: DecadeChange,
  points: readonly Point[],
  {decades, top, unit, named, width}: PanelOptions
) {
  const label = labelOf(feature);
  const turnText = turns.length === 0 ? "" : `turns over in the ${turns.map((k) => `${decades[k]}s`).join(", ")}`;
  const every = Math.ceil((decades.length * 44) / (width - 52));
  const ofSign = (sign: number) => points.filter(({direction}) => directionSign(direction) === sign);
  const at = {x: "decade", y: "value"} as const;
  const triangle = {...at, symbol: "triangle", r: 4.5, fill: "currentColor"} as const;
  return html`<div>
    <p>${label} <span class="caveat">${turnText}</span></p>
    ${Plot.plot({
      width,
      height: PANEL_PX,
      marginLeft: 38,
      marginRight: 14,
      marginTop: 20,
      marginBottom: 24,
      x: {
        type: "point",
        domain: decades,
        ticks: decades.filter((_, k) => k % every === 0),
        tickFormat: (decade: number) => `${decade}s`,
        label: null
      },
      y: {domain: [0, top], ticks: 3, label: named ? unit : null, grid: true},
      marks: [
        Plot.ruleX(points, {x: "decade", y1: "low", y2: "high", strokeWidth: 4, strokeOpacity: 0.3}),
        Plot.line(points, {...at, strokeWidth: 1.5}),
        Plot.dot(ofSign(1), triangle),
        Plot.dot(ofSign(-1), {...triangle, rotate: 180}),
        Plot.dot(ofSign(0), {...at, r: 3, fill: "currentColor"}),
        Plot.tip(
          points,
          Plot.pointerX({
            ...at,
            title: ({decade, tracks, value, low, high, direction}: Point) =>
              `${label}, ${decade}s\n${value.toPrecision(3)} ${unit} (${low.toPrecision(3)} to ${high.toPrecision(3)})\n` +
              `direction ${direction.toFixed(2).replace("-", "−")}\n${tracks.toLocaleString("en")} tracks`
          })
        )
      ]
    })}
  </div>`;
}

import * as Plot from "@observablehq/plot";
import {formatList} from "../lib/format/formatList.js";
import type {ModelReasons} from "../lib/wire/ExplainData.js";
import {theModel} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {html} from "./html.js";
import {contribution, inUnit, labelOf, unitOf} from "./reasonsTools.js";

const HEIGHT = 480;
const NAMED = 3; // pairs told in words
const ROOMY_PX = 480; // from here on numbers stand in the cells

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly size: number; // mean |interaction|, in the model's space
}

interface InteractionOptions {
  readonly features: readonly string[]; // in the order of the matrix
  readonly unknown: string; // a sentence: why the interactions are not known, said where they are not
}

/** How much pairs of features do only together in a model, as a matrix; or why that is not known. */
export function interactionChart(reasons: ModelReasons, {features, unknown}: InteractionOptions): HTMLElement {
  const {interactions, interactionTracks, space, id} = reasons;
  if (interactions === null) return html`<p>${unknown}</p>`;
  const labels = features.map(labelOf);
  const pairs = labels.flatMap((a, i) => labels.slice(0, i).map((b, j): Pair => ({a, b, size: interactions[i][j]})));
  const ranked = [...pairs].sort((a, b) => b.size - a.size);
  if (ranked.length === 0 || ranked[0].size === 0) {
    return html`<p>No two features do anything together in ${theModel(id)}: each contributes the same by its value, whatever the others are.</p>`; // prettier-ignore
  }
  const size = (of: Pair) => contribution(space, of.size, {signed: false});
  const [first, ...next] = ranked.slice(0, NAMED).filter((pair) => pair.size > 0);
  return chart({
    title: `${first.a} and ${first.b.toLowerCase()} interact most, by ${size(first)} on average`,
    summary:
      `What each pair of features moves the predictions of ${theModel(id)} only together: mean size over ` +
      `${interactionTracks.toLocaleString("en")} ${interactionTracks === 1 ? "track" : "tracks"}, the stronger the cell the more. ` +
      (next.length > 0
        ? `Next ${next.length === 1 ? "comes" : "come"} ${formatList(next.map((pair) => `${pair.a.toLowerCase()} with ${pair.b.toLowerCase()} (${size(pair)})`))}.` // prettier-ignore
        : "No other pair does anything together."),
    table: {
      columns: ["Feature", "Feature", `Mean |interaction| (${unitOf(space)})`],
      rows: ranked.map((pair) => [pair.a, pair.b, inUnit(space, pair.size)])
    },
    heightPx: HEIGHT,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, 760),
        height: HEIGHT,
        marginLeft: 116,
        marginTop: 4,
        marginRight: 4,
        marginBottom: 116,
        padding: 0.06,
        x: {domain: labels.slice(0, -1), axis: null},
        y: {domain: labels.slice(1), label: null, tickSize: 0},
        marks: [
          Plot.axisX({
            label: null,
            tickSize: 0,
            ...(width < ROOMY_PX ? {tickRotate: -90, fontSize: 9} : {tickRotate: -45})
          }),
          Plot.cell(pairs, {
            x: "b",
            y: "a",
            fill: "currentColor",
            fillOpacity: (pair: Pair) => 0.04 + 0.91 * (pair.size / first.size),
            tip: true,
            title: (pair: Pair) => `${pair.a} and ${pair.b.toLowerCase()}\n${size(pair)} on average`
          }),
          width < ROOMY_PX
            ? null
            : Plot.text(pairs, {
                x: "b",
                y: "a",
                text: (pair: Pair) => (pair.size >= 0.25 * first.size ? short(inUnit(space, pair.size)) : ""),
                fill: (pair: Pair) => (pair.size > 0.5 * first.size ? "var(--theme-background)" : "currentColor"),
                fontSize: 11,
                pointerEvents: "none"
              })
        ]
      })
  });
}

/** At most three characters: ".12", "1.2", "12". */
const short = (value: number) => (value < 0.995 ? value.toFixed(2).slice(1) : value.toPrecision(2));

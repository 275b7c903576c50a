import * as Plot from "@observablehq/plot";
import type {Estimate} from "../lib/metrics/types.js";
import {formatList} from "../lib/format/formatList.js";
import {formatMeasure} from "../lib/format/formatMeasure.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {FeatureImportance, ModelReasons} from "../lib/wire/ExplainData.js";
import {theModel} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {html} from "./html.js";
import {amount, contribution, inUnit, labelOf, unitOf} from "./reasonsTools.js";

const ROW_PX = 24;
const FEW = 3; // features that a sentence names

interface Row extends Estimate {
  readonly label: string;
  readonly said: string;
  readonly tip: string;
}

/** How much a model leans on each feature: the size of its contributions, beside what it loses when the values are shuffled. */
export function importanceChart(reasons: ModelReasons): HTMLElement {
  const {importance, space, refits} = reasons;
  const sizes = importance.map((of) => sizeRow(reasons, of));
  const losses = importance.flatMap((of) => (of.permutation ? [lossRow(of.feature, of.permutation)] : []));
  const panels = [
    {rows: sizes, x: `Mean |SHAP| (${unitOf(space)})`},
    ...(losses.length > 0 ? [{rows: losses, x: "AUC lost when shuffled"}] : [])
  ];
  const height = 46 + ROW_PX * importance.length;
  return chart({
    title: finding(reasons),
    summary: [
      "Mean size of each feature’s contributions, strongest first",
      losses.length > 0 ? ", beside the AUC among new artists that is lost when its values are shuffled. " : ". ",
      refits > 0
        ? `Bars are 95 % intervals; those of SHAP are from ${refits} refits on artists drawn anew. `
        : "The model was not fitted anew, so its SHAP values have no intervals. ",
      directionWords(importance[0]),
      losses.length > 0 ? rankingWords(importance) : "What shuffling costs was not measured for this model."
    ].join(""),
    table: {
      columns: [
        ...["Feature", `Mean |SHAP| (${unitOf(space)})`, "Low", "High", "Direction (Spearman’s rho)"],
        ...["Refits of the same direction", "AUC lost when shuffled", "Low", "High", "p"]
      ],
      rows: importance.map(({feature, meanAbsPhi: {value, low, high}, direction, signStability, permutation}) => [
        labelOf(feature),
        ...[value, low, high].map((of, k) => (k > 0 && refits === 0 ? null : inUnit(space, of))),
        direction,
        signStability,
        ...(permutation
          ? [permutation.value, permutation.low, permutation.high, permutation.pValue]
          : [null, null, null, null])
      ])
    },
    heightPx: height,
    draw: (width) => {
      const each = panels.length > 1 && width >= 640 ? (width - 32) / 2 : Math.min(width, 760);
      return html`<div class="figures">${panels.map((of) => panel({...of, width: each, height}))}</div>`;
    }
  });
}

function finding({id, importance, space}: ModelReasons): string {
  const [{feature, meanAbsPhi}] = importance;
  if (meanAbsPhi.value === 0) return `No feature moves the predictions of ${theModel(id)}`;
  const size = contribution(space, meanAbsPhi.value, {signed: false});
  return `${labelOf(feature)} moves the predictions of ${theModel(id)} most, by ${size} on average`;
}

function sizeRow(
  {space, refits}: ModelReasons,
  {feature, meanAbsPhi, direction, signStability}: FeatureImportance
): Row {
  const [value, low, high] = [meanAbsPhi.value, meanAbsPhi.low, meanAbsPhi.high].map((of) => inUnit(space, of));
  const size = (phi: number) => amount(space, phi, {signed: false});
  const lines = [
    `${labelOf(feature)}: ${contribution(space, meanAbsPhi.value, {signed: false})}`,
    ...(refits > 0 ? [`95 % interval ${size(meanAbsPhi.low)} to ${size(meanAbsPhi.high)}`] : []),
    `rho of value and contribution ${formatMeasure(direction, {signed: true})}`,
    ...(signStability === null ? [] : [`of the same sign in ${formatPercent(signStability)} of the refits`])
  ];
  return {label: labelOf(feature), value, low, high, said: size(meanAbsPhi.value), tip: lines.join("\n")};
}

function lossRow(feature: string, loss: Estimate): Row {
  const [said, low, high] = [loss.value, loss.low, loss.high].map((of) => formatMeasure(of));
  const tip = `${labelOf(feature)}: ${said} AUC lost\n95 % interval ${low} to ${high}`;
  return {label: labelOf(feature), ...loss, said, tip};
}

function panel({rows, x, width, height}: {rows: readonly Row[]; x: string; width: number; height: number}): Element {
  return Plot.plot({
    width,
    height,
    marginLeft: 116,
    marginRight: 44,
    marginTop: 4,
    marginBottom: 40,
    x: {label: x, grid: true, ticks: Math.max(2, Math.floor((width - 160) / 70)), zero: true},
    y: {domain: rows.map(({label}) => label), label: null, tickSize: 0},
    marks: [
      Plot.ruleX([0]),
      Plot.ruleY(rows, {y: "label", x1: 0, x2: "value", stroke: "var(--theme-foreground-fainter)", strokeWidth: 1.5}),
      Plot.ruleY(rows, {y: "label", x1: "low", x2: "high", strokeWidth: 5, strokeOpacity: 0.3}),
      Plot.dot(rows, {y: "label", x: "value", r: 4, fill: "currentColor"}),
      Plot.text(rows, {y: "label", x: "high", text: "said", textAnchor: "start", dx: 8}),
      Plot.tip(rows, Plot.pointerY({y: "label", x: "value", title: "tip"}))
    ]
  });
}

/** Which way the contributions of a feature go with its values. */
function directionWords({feature, direction, signStability}: FeatureImportance): string {
  if (direction === 0) return "";
  const alike = signStability === null ? "" : `, of the same sign in ${formatPercent(signStability)} of the refits`;
  return (
    `Higher ${labelOf(feature).toLowerCase()} goes with ${direction < 0 ? "lower" : "higher"} contributions ` +
    `(rank correlation ${formatMeasure(direction, {signed: true})}${alike}). `
  );
}

/** Where the two rankings part most, and which losses cannot be told from none. */
function rankingWords(importance: readonly FeatureImportance[]): string {
  const known = importance.flatMap(({feature, permutation}) => (permutation ? [{feature, ...permutation}] : []));
  const byLoss = [...known].sort((a, b) => b.value - a.value);
  const apart = known.map((of, rank) => ({...of, rank, lossRank: byLoss.indexOf(of)}));
  const most = apart.reduce((a, b) => (Math.abs(b.rank - b.lossRank) > Math.abs(a.rank - a.lossRank) ? b : a));
  const unsure = known
    .filter(({low, high}) => low <= 0 && high >= 0)
    .map(({feature}) => labelOf(feature).toLowerCase());
  const parting =
    most.rank === most.lossRank
      ? "Both rank the features alike."
      : `The two rankings part most at ${labelOf(most.feature).toLowerCase()}, number ${most.rank + 1} by SHAP and ` +
        `${most.lossRank + 1} by shuffling: SHAP sees what the model uses, shuffling what it cannot do without; ` +
        "features that go together share the credit in the one, and stand in for each other in the other.";
  if (unsure.length === 0) return parting;
  const names = unsure.length > FEW ? `${unsure.length} of ${known.length} features` : formatList(unsure);
  return `${parting} What is lost with ${names} cannot be told from nothing.`;
}

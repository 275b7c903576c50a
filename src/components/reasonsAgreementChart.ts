import * as Plot from "@observablehq/plot";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatList} from "../lib/format/formatList.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {formatShare} from "../lib/format/formatShare.js";
import type {ExplainData, ExplainedId} from "../lib/wire/ExplainData.js";
import {MODEL_LABELS, theModel} from "../lib/wire/modelLabels.js";
import {reasonsAgreement, type ReasonsAgreement, type ReasonsPair} from "../lib/wire/reasonsAgreement.js";
import {chart} from "./chart.js";
import {dataTable} from "./dataTable.js";
import {html} from "./html.js";

const WIDEST = 760;
const ROW_PX = 24;
const LEFT_PX = 120;
const KEY_PX = 160; // for the longest name of a model
const COUNTS = ["no", "one", "two", "three", "four", "five", "six"];

/** Symbols tell the models' marks apart; colour is kept for hit and flop. */
const SYMBOLS: Readonly<Record<ExplainedId, {symbol: Plot.SymbolType; full: boolean}>> = {
  logistic: {symbol: "times", full: false},
  glassbox: {symbol: "diamond", full: false},
  forest: {symbol: "triangle", full: true},
  mlp: {symbol: "square", full: false},
  boosted: {symbol: "circle", full: true}
};

interface Mark {
  readonly id: ExplainedId;
  readonly label: string; // of the feature
  readonly share: number;
}

/** Do the models agree on why? Each one's share of its reasons a feature, and how alike two models' rankings are. */
export function reasonsAgreementChart(explain: ExplainData): HTMLElement {
  const agreement = reasonsAgreement(explain);
  const {models, features, pairs} = agreement;
  if (models.length === 0) return html`<p>No model leans on any feature here, so there are no reasons to compare.</p>`;
  if (models.length === 1) return html`<p>Only ${theModel(models[0])} leans on features here, so no reasons can be compared.</p>`; // prettier-ignore
  const labels = features.map(({feature}) => featureNamed(feature).label);
  const marks = features.flatMap(({shares}, j) => models.map((id, m) => ({id, label: labels[j], share: shares[m]})));
  const heightPx = 44 + labels.length * ROW_PX;
  return html`<div>
    ${chart({
      title: finding(agreement),
      summary:
        "How each model’s reasons are shared out: a feature’s mean |SHAP| over the sum of all features’, since some models add up log-odds and the forest probabilities. " +
        alikeSentence(pairs),
      table: {
        columns: ["Feature", ...models.map((id) => MODEL_LABELS[id])],
        rows: features.map(({shares}, j) => [labels[j], ...shares])
      },
      heightPx,
      draw: (width) => plot(models, labels, marks, {width: Math.min(width, WIDEST), heightPx})
    })}
    <details class="more">
      <summary>How alike two models’ reasons are</summary>
      <p class="caveat">
        Spearman’s rank correlation over the features: of their importance, and of their direction (whether higher
        values go with higher contributions).
      </p>
      <div class="table-scroll" tabindex="0" role="region" aria-label="Agreement of two models’ reasons">
        ${dataTable({
          columns: ["Model", "Model", "Importance", "Direction"],
          rows: pairs.map(({a, b, importance, direction}) => [
            MODEL_LABELS[a],
            MODEL_LABELS[b],
            importance === null ? null : Number(importance.toFixed(2)),
            direction === null ? null : Number(direction.toFixed(2))
          ])
        })}
      </div>
    </details>
  </div>`;
}

/** Which feature the models put first, and who does not. */
function finding({models, features}: ReasonsAgreement): string {
  const firsts = models.map((_, m) => features.reduce((a, b) => (b.shares[m] > a.shares[m] ? b : a)).feature);
  const followers = new Map<string, ExplainedId[]>();
  for (const [m, feature] of firsts.entries()) followers.set(feature, [...(followers.get(feature) ?? []), models[m]]);
  const [[feature, most], ...others] = [...followers].sort((a, b) => b[1].length - a[1].length);
  const name = (one: string) => featureNamed(one).label.toLowerCase();
  if (others.length === 0) {
    return `${models.length === 2 ? "Both" : `All ${COUNTS[models.length]}`} models put ${name(feature)} first`;
  }
  const said = others.map(([other, ids]) => `${formatList(ids.map(theModel))} ${ids.length === 1 ? "puts" : "put"} ${name(other)} first`); // prettier-ignore
  if (most.length === 1) return `Every model puts another feature first: ${theModel(most[0])} ${name(feature)}, ${others.map(([other, ids]) => `${theModel(ids[0])} ${name(other)}`).join(", ")}`; // prettier-ignore
  return `${capital(COUNTS[most.length])} of ${COUNTS[models.length]} models put ${name(feature)} first; ${said.join(", ")}`;
}

const capital = (word: string) => word[0].toUpperCase() + word.slice(1);

function alikeSentence(pairs: readonly ReasonsPair[]): string {
  const known = pairs.flatMap(({a, b, importance}) => (importance === null ? [] : [{a, b, importance}]));
  if (known.length === 0) return "The features cannot be ranked by importance.";
  const [first, last] = [...known].sort((a, b) => b.importance - a.importance).filter((_, k, all) => k === 0 || k === all.length - 1); // prettier-ignore
  const said = ({a, b, importance}: (typeof known)[number]) =>
    `${theModel(a)} and ${theModel(b)} (${importance.toFixed(2).replace("-", "−")})`;
  return last
    ? `By rank correlation ${said(first)} rank the features most alike, ${said(last)} least.`
    : `By rank correlation ${said(first)} rank the features so much alike.`;
}

function plot(
  models: readonly ExplainedId[],
  labels: readonly string[],
  marks: readonly Mark[],
  {width, heightPx}: {width: number; heightPx: number}
): SVGSVGElement {
  const most = Math.max(...marks.map(({share}) => share));
  const ranges = labels.map((label) => {
    const shares = marks.filter((mark) => mark.label === label).map(({share}) => share);
    return {label, low: Math.min(...shares), high: Math.max(...shares)};
  });
  const keyAt = most * (1 - KEY_PX / (width - LEFT_PX));
  const free = labels.length > models.length && ranges.slice(-models.length).every(({high}) => high < keyAt);
  const keyRows = free ? labels.slice(-models.length) : models.map((id) => `${id} `); // else below the features
  const key = models.map((id, k) => ({id, label: keyRows[k], share: Math.max(0, keyAt)}));
  const dot = (rows: readonly Mark[], id: ExplainedId) =>
    Plot.dot(
      rows.filter((mark) => mark.id === id),
      {
        x: "share",
        y: "label",
        symbol: SYMBOLS[id].symbol,
        r: 4.5,
        strokeWidth: 1.75,
        stroke: "currentColor",
        fill: SYMBOLS[id].full ? "currentColor" : "none"
      }
    );
  return Plot.plot({
    width,
    height: heightPx + (free ? 0 : models.length * ROW_PX),
    marginLeft: LEFT_PX,
    marginRight: 16,
    marginTop: 4,
    marginBottom: 40,
    x: {
      domain: [0, most],
      inset: 6,
      label: "Share of the model’s reasons",
      grid: true,
      ticks: 4,
      tickFormat: formatPercent
    },
    y: {domain: free ? labels : [...labels, ...keyRows], ticks: labels, label: null, tickSize: 0},
    marks: [
      Plot.ruleY(ranges, {y: "label", x1: "low", x2: "high", strokeOpacity: 0.25}),
      ...models.map((id) => dot(marks, id)),
      ...models.map((id) => dot(key, id)),
      Plot.text(key, {
        x: "share",
        y: "label",
        text: ({id}: Mark) => MODEL_LABELS[id],
        textAnchor: "start",
        dx: 12
      }),
      Plot.tip(
        marks,
        Plot.pointer({
          x: "share",
          y: "label",
          title: ({id, label, share}: Mark) => `${MODEL_LABELS[id]}\n${label} ${formatShare(share)}`
        })
      )
    ]
  }) as SVGSVGElement;
}

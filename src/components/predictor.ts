import {FEATURES} from "../lib/features/features.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {marginOfLogisticRow} from "../lib/logistic/marginOfLogisticRow.js";
import {shapLogisticRow} from "../lib/shap/shapLogisticRow.js";
import {treeExplainer} from "../lib/shap/treeExplainer.js";
import {sigmoid} from "../lib/sigmoid.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {chart} from "./chart.js";
import {choices} from "./choices.js";
import {featureControl} from "./featureControl.js";
import {html} from "./html.js";
import {waterfall, type WaterfallBar} from "./waterfall.js";

type Explained = "boosted" | "logistic";

/** The page people come for: a control for every feature, the probability, and the exact reason, all live. */
export function predictor(data: PredictData, trees: TreeEnsemble): HTMLElement {
  const features = data.controls.map(({name}) => FEATURES.find((feature) => feature.name === name)!);
  const explainTrees = treeExplainer(trees);
  const x = Float32Array.from(data.controls, ({median}) => median);
  let explained: Explained = "boosted";

  const number = html`<p class="big-number" data-role="probability"></p>`;
  const sentence = html`<p></p>`;
  const why = html`<div></div>`;
  let scheduled = 0;
  const schedule = () => (scheduled ||= requestAnimationFrame(update));
  const controls = features.map((feature, j) =>
    featureControl(feature, data.controls[j], (value) => {
      x[j] = value;
      schedule();
    })
  );

  function update(): void {
    scheduled = 0;
    const boosted = explainTrees(x);
    const logistic = shapLogisticRow(data.logistic, x);
    const p = sigmoid(boosted.base + sum(boosted.phi));
    number.textContent = formatPercent(p);
    number.dataset.p = String(p);
    sentence.textContent =
      `${p >= 0.5 ? "More like the hits" : "More like the flops"} of the study: the boosted model gives ${formatPercent(p)}, ` +
      `the logistic regression ${formatPercent(sigmoid(marginOfLogisticRow(data.logistic, x)))}.`;
    const {base, phi} = explained === "boosted" ? boosted : logistic;
    drawWhy(base, barsOf(phi));
  }

  const barsOf = (phi: ArrayLike<number>): WaterfallBar[] =>
    features.map((feature, j) => ({label: feature.label, value: formatFeature(feature, x[j]), phi: phi[j]}));

  let width = 0;
  let last: () => void = () => undefined;
  const area = html`<div class="plot-area" style=${{"--reserved-height": `${56 + features.length * 23}px`}}></div>`;
  function drawWhy(base: number, bars: WaterfallBar[]): void {
    last = () => {
      if (width > 0) area.replaceChildren(waterfall(base, bars, {width}));
    };
    last();
  }
  new ResizeObserver(([entry]) => {
    width = Math.max(300, Math.floor(entry.contentRect.width));
    last();
  }).observe(area);
  void chart;

  const start = (values: readonly (number | null)[]) => {
    values.forEach((value, j) => {
      x[j] = value ?? NaN;
      controls[j].set(x[j]);
    });
    schedule();
  };
  start(data.controls.map(({median}) => median));
  void why;

  return html`<div class="predict">
    <div class="answer" aria-live="polite">${number}${sentence}</div>
    <div class="controls">${songPicker(data, start)}${controls.map(({element}) => element)}</div>
    <div class="why">
      ${choices<Explained>(
        "Explain",
        [
          ["boosted", "Boosted trees"],
          ["logistic", "Logistic regression"]
        ],
        {
          value: "boosted",
          onChange: (id) => {
            explained = id;
            schedule();
          }
        }
      )}
      ${area}
    </div>
  </div>`;
}

function songPicker({controls, songs}: PredictData, start: (values: readonly (number | null)[]) => void): HTMLElement {
  const select = html<HTMLSelectElement>`<select id="song">
    <option value="-1">The middle of the study</option>
    ${songs.map(({title, artist}, i) => html`<option value=${i}>${title}, ${artist}</option>`)}
  </select>`;
  const note = html`<small></small>`;
  select.addEventListener("input", () => {
    const song = songs[Number(select.value)];
    note.textContent = song ? `Labelled a ${song.hit ? "hit" : "flop"}` : "";
    start(song ? song.x : controls.map(({median}) => median));
  });
  return html`<div class="slider-row"><label for="song">Start from</label>${select}${note}</div>`;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

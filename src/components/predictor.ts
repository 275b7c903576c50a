import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {shapLogisticRow} from "../lib/shap/shapLogisticRow.js";
import {treeExplainer} from "../lib/shap/treeExplainer.js";
import type {RowExplanation} from "../lib/shap/types.js";
import {sigmoid} from "../lib/sigmoid.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {choices} from "./choices.js";
import {featureControl} from "./featureControl.js";
import {html} from "./html.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {songPicker} from "./songPicker.js";
import {waterfallPanel} from "./waterfallPanel.js";

type Explained = "boosted" | "logistic";

/** A control for every feature, the probability, and its exact reasons: each move is answered in the next frame. */
export function predictor(data: PredictData, trees: TreeEnsemble): HTMLElement {
  const features = data.controls.map(({name}) => featureNamed(name));
  const explainTrees = treeExplainer(trees);
  const x = new Float32Array(features.length);
  let explained: Explained = "boosted";
  let frame = 0;

  const number = html`<p class="big-number" data-role="probability"></p>`;
  const sentence = html`<p></p>`;
  const why = waterfallPanel(features.length);
  const controls = features.map((feature, j) =>
    featureControl(feature, data.controls[j], (value) => {
      x[j] = value;
      schedule();
    })
  );

  function schedule(): void {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      update();
    });
  }

  function update(): void {
    const explanations = {boosted: explainTrees(x), logistic: shapLogisticRow(data.logistic, x)};
    const p = probability(explanations.boosted);
    number.textContent = formatPercent(p);
    number.dataset.p = String(p);
    sentence.textContent =
      `${p >= 0.5 ? "More like the hits" : "More like the flops"} of this study. ` +
      `Boosted trees say ${formatPercent(p)}, logistic regression ${formatPercent(probability(explanations.logistic))}.`;
    const {base, phi} = explanations[explained];
    const bars = features.map((feature, j) => ({
      label: feature.label,
      value: formatFeature(feature, x[j]),
      phi: phi[j]
    }));
    why.show(MODEL_LABELS[explained], base, bars);
  }

  function start(values: readonly (number | null)[]): void {
    values.forEach((value, j) => {
      x[j] = value ?? NaN;
      controls[j].set(x[j]);
    });
    schedule();
  }

  const models = (["boosted", "logistic"] as const).map((id) => [id, MODEL_LABELS[id]] as const);
  const onChange = (id: Explained) => {
    explained = id;
    schedule();
  };
  start(data.controls.map(({median}) => median));
  return html`<div class="predict">
    <div class="answer" aria-live="polite">${number}${sentence}</div>
    <div class="controls">${songPicker(data, start)}${controls.map(({element}) => element)}</div>
    <div class="why">${choices<Explained>("Explain", models, {value: explained, onChange})}${why.element}</div>
  </div>`;
}

const probability = ({base, phi}: RowExplanation) => sigmoid(phi.reduce((margin, value) => margin + value, base));

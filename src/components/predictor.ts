import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {marginOfGlassboxRow} from "../lib/glassbox/marginOfGlassboxRow.js";
import {marginOfLogisticRow} from "../lib/logistic/marginOfLogisticRow.js";
import {forwardPass} from "../lib/mlp/forwardPass.js";
import {shapLogisticRow} from "../lib/shap/shapLogisticRow.js";
import {treeExplainer} from "../lib/shap/treeExplainer.js";
import type {RowExplanation} from "../lib/shap/types.js";
import {sigmoid} from "../lib/sigmoid.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import {outsideRange, outsideWords} from "../lib/wire/outsideRange.js";
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
  const {logistic, glassbox} = data;
  const explainTrees = treeExplainer(trees);
  const passMlp = forwardPass(data.mlp);
  const x = new Float32Array(features.length);
  let explained: Explained = "boosted";
  let frame = 0;

  const number = html`<p class="big-number" data-role="probability"></p>`;
  const sentence = html`<p></p>`;
  const outside = html`<p class="caveat" data-role="outside"></p>`;
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
    const explanation = explainTrees(x);
    const p = probability(explanation);
    number.textContent = formatPercent(p);
    number.dataset.p = String(p);
    sentence.textContent =
      `${p >= 0.5 ? "More like the hits" : "More like the flops"} of this study, say the boosted trees. ` +
      `The neural network says ${formatPercent(sigmoid(passMlp(x)))}, ` +
      `the glassbox ${formatPercent(sigmoid(marginOfGlassboxRow(glassbox, x)))}` +
      (logistic ? `, the logistic regression ${formatPercent(sigmoid(marginOfLogisticRow(logistic, x)))}.` : ".");
    outside.textContent = outsideWords(outsideRange(x, data.controls));
    const {base, phi} = explained === "logistic" && logistic ? shapLogisticRow(logistic, x) : explanation;
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

  const explainable: readonly Explained[] = logistic ? ["boosted", "logistic"] : ["boosted"];
  const models = explainable.map((id) => [id, MODEL_LABELS[id]] as const);
  const onChange = (id: Explained) => {
    explained = id;
    schedule();
  };
  start(data.controls.map(({median}) => median));
  return html`<div class="predict">
    <div class="answer" aria-live="polite">${number}${sentence}${outside}</div>
    <div class="controls">${songPicker(data, start)}${controls.map(({element}) => element)}</div>
    <div class="why">${choices<Explained>("Explain", models, {value: explained, onChange})}${why.element}</div>
  </div>`;
}

const probability = ({base, phi}: RowExplanation) => sigmoid(phi.reduce((margin, value) => margin + value, base));

import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {refitSpread} from "../lib/reasons/refitSpread.js";
import type {Space} from "../lib/wire/ExplainData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {hitsWords, isOtherRate} from "../lib/wire/predictWords.js";
import {comparePanel} from "./comparePanel.js";
import {fetchedLater} from "./fetchedLater.js";
import {html} from "./html.js";
import type {PredictFiles} from "./predictFiles.js";
import type {PredictState} from "./predictState.js";
import {refitReasons, type RefitReasonsOptions} from "./refitReasons.js";
import type {SongModels} from "./songModels.js";
import {stateChoices} from "./stateChoices.js";
import type {WaterfallBar} from "./waterfall.js";
import {waterfallPanel} from "./waterfallPanel.js";

const STABLE = 0.95; // share of refits that must agree on a sign
const RESTING_MS = 150; // since the last move: refits are asked about songs that stay
const SPACES: readonly (readonly [Space, string])[] = [
  ["log-odds", "Log-odds"],
  ["probability", "Points of probability"]
];

export interface WhyParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly files: Pick<PredictFiles, "refits">;
  readonly startWorker?: RefitReasonsOptions["startWorker"];
}

/**
 * Why a model says what it says of the song of the controls, as a waterfall that follows them at once; how far models
 * fitted anew agree, as soon as a worker has asked them; and what tells the song from one that was kept.
 */
export function whyPanel(state: PredictState, {data, models, files, startWorker}: WhyParts): HTMLElement {
  const features = data.controls.map(({name}) => featureNamed(name));
  const steps = waterfallPanel(features.length);
  const share = html`<p class="caveat" data-role="why-share"></p>`;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let askRefits: ((x: Float32Array) => void) | undefined;
  let refits: {x: Float32Array; phi: readonly Float64Array[]} | undefined; // their last answer

  function draw(): void {
    const {x, model, space} = state.now;
    const {base, phi} = models.explain(model, x, space);
    const spread = hasRefits() && refits?.x === x ? refitSpread(phi, refits.phi) : null;
    const bars = features.map((feature, j): WaterfallBar => {
      const bar = {label: feature.label, value: formatFeature(feature, x[j]), phi: phi[j]};
      return spread ? {...bar, error: spread.error[j], unstable: spread.sameSign[j] < STABLE} : bar;
    });
    steps.show(MODEL_LABELS[model], base, bars, {space, spread: spread && "refits"});
    clearTimeout(resting);
    if (!spread && hasRefits()) resting = setTimeout(() => askRefits?.(x), RESTING_MS);
  }

  /** Only the boosted trees were fitted anew, and add up in log-odds alone quickly. */
  const hasRefits = () => state.now.model === "boosted" && state.now.space === "log-odds";

  const errors = fetchedLater(state, data, {
    what: "How sure each bar is",
    load: files.refits,
    use(fetched) {
      askRefits = refitReasons({
        refits: fetched,
        onAnswer(x, phi) {
          refits = {x, phi};
          if (hasRefits()) draw();
        },
        startWorker
      });
      draw();
    }
  });

  state.watch(["x", "model", "space"], draw);
  state.watch(["x", "model", "rate"], () => {
    const {x, model, rate} = state.now;
    share.textContent = isOtherRate(data.hitShare, rate)
      ? `The bars lead to the probability in the study, ${formatPercent(models.p(model, x))}, where ${hitsWords(data.hitShare)}.`
      : "";
  });
  const ids = models.explainable.map((id) => [id, MODEL_LABELS[id]] as const);
  return html`<div class="why-panel">
    ${stateChoices("Explain", ids, state, "model")}${stateChoices("Unit", SPACES, state, "space")}${share}${steps.element}
    ${data.refits > 1 ? errors : null}${comparePanel(state, {data, models})}
  </div>`;
}

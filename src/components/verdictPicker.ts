import {verdictOf} from "../lib/conformal/verdictOf.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {promiseWords, VERDICT_WORDS} from "../lib/wire/predictWords.js";
import {html} from "./html.js";
import type {PredictState} from "./predictState.js";
import type {SongModels} from "./songModels.js";
import {stateChoices} from "./stateChoices.js";

/** Hit, flop or cannot tell, at an error rate of the reader's choice, with what it promises; or why there is no verdict. */
export function verdictPicker(
  state: PredictState,
  {data: {thresholds, hitShare}, models}: {data: PredictData; models: SongModels}
): HTMLElement {
  if (thresholds.length === 0)
    return html`<p class="caveat" data-role="verdict">
      There is no verdict: the exam with new artists, which tells how often one would be wrong, was not held.
    </p>`;
  const options = thresholds.map(({errorRate}) => [errorRate, formatPercent(errorRate)] as const);
  const verdict = html`<strong data-role="verdict"></strong>`;
  const promise = html`<p class="caveat"></p>`;
  state.watch(["x", "errorRate", "rate"], () => {
    const {x, errorRate, rate} = state.now;
    const chosen = thresholds.find((one) => one.errorRate === errorRate) ?? thresholds[0];
    const said = verdictOf(models.p("boosted", x), chosen.threshold);
    verdict.textContent = VERDICT_WORDS[said];
    verdict.className = said === 1 ? "hit" : said === 0 ? "flop" : "";
    promise.textContent = promiseWords(chosen, hitShare, rate);
  });
  return html`<section class="verdict" aria-label="Verdict">
    <p>Verdict: ${verdict}</p>
    ${stateChoices("Wrong verdicts allowed", options, state, "errorRate")}${promise}
  </section>`;
}

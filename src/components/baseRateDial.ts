import {formatPercent} from "../lib/format/formatPercent.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {hitsWords, isOtherRate} from "../lib/wire/predictWords.js";
import {button} from "./button.js";
import {html} from "./html.js";
import {numberSlider} from "./numberSlider.js";
import type {PredictState} from "./predictState.js";

const PERCENT = {low: 1, high: 50};

/** How common hits are among the songs to compete with: a slider by factors, and the way back to the study's own share. */
export function baseRateDial(state: PredictState, {hitShare}: PredictData): HTMLElement {
  const high = Math.max(PERCENT.high, Math.ceil(100 * hitShare));
  const dial = numberSlider({
    id: "rate",
    label: "Where hits are this common",
    unit: "percent",
    low: PERCENT.low,
    high,
    step: 0.01,
    words: (percent) => hitsWords(percent / 100),
    onChange: (percent) => state.set({rate: percent / 100}),
    logarithmic: true
  });
  const reset = button(`As in the study, ${formatPercent(hitShare)}`, () => state.set({rate: hitShare}));
  state.watch(["rate"], () => {
    const {rate} = state.now;
    dial.set(Number((100 * rate).toPrecision(3)));
    reset.disabled = !isOtherRate(hitShare, rate);
  });
  return html`<div class="rate-dial">${dial.element}${reset}</div>`;
}

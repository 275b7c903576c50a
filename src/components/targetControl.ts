import {formatPercent} from "../lib/format/formatPercent.js";
import {checkedNumber} from "./checkedNumber.js";
import {html} from "./html.js";
import type {PredictState} from "./predictState.js";

const [LOW, HIGH] = [1, 99]; // percent

/** The probability wanted of a changed song, in percent. */
export function targetControl(state: PredictState): HTMLElement {
  const tell = (percent: number) => {
    state.set({target: percent / 100});
    return "";
  };
  const slider = html<HTMLInputElement>`<input type="range" id="change-target" min=${LOW} max=${HIGH} step="1" />`;
  const typed = checkedNumber({label: "Target, typed, %", what: "the target", low: LOW, high: HIGH, onChange: tell});
  const shown = html<HTMLOutputElement>`<output for="change-target"></output>`;
  slider.addEventListener("input", () => void tell(slider.valueAsNumber));
  state.watch(["target"], () => {
    const percent = Number((state.now.target * 100).toFixed(2));
    slider.valueAsNumber = percent;
    typed.set(percent);
    shown.value = formatPercent(state.now.target);
    slider.setAttribute("aria-valuetext", shown.value);
  });
  return html`<div class="slider-row change-target">
    <label for="change-target"><span>Target: probability of a hit</span>${shown}</label
    >${slider}${typed.box}${typed.error}
  </div>`;
}

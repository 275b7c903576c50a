import {html} from "./html.js";

export interface NumberSliderOptions {
  readonly id: string; // of the slider, unique on the page
  readonly label: string;
  readonly unit: string; // of the number typed
  readonly low: number;
  readonly high: number;
  readonly step: number; // of the slider, in its own scale
  readonly words: (value: number) => string; // the value as it is read aloud
  readonly onChange: (value: number) => void;
  readonly logarithmic?: boolean; // the slider moves by factors
}

/** A slider with a number box. `set` shows a value without telling it. */
export function numberSlider(options: NumberSliderOptions): {element: HTMLElement; set: (value: number) => void} {
  const {id, label, unit, low, high, step, words, onChange, logarithmic} = options;
  const toSlider = logarithmic ? Math.log10 : (value: number) => value;
  const ofSlider = logarithmic ? (at: number) => Number((10 ** at).toPrecision(2)) : (at: number) => at;
  const slider = html<HTMLInputElement>`<input
    type="range"
    id=${id}
    min=${toSlider(low)}
    max=${toSlider(high)}
    step=${step}
  />`;
  const box = html<HTMLInputElement>`<input
    type="number"
    min=${low}
    max=${high}
    step="any"
    aria-label=${`${label}, typed, ${unit}`}
  />`;
  const shown = html<HTMLOutputElement>`<output for=${id}></output>`;
  const tell = (value: number) => value >= low && value <= high && onChange(value);
  slider.addEventListener("input", () => tell(Math.min(Math.max(ofSlider(slider.valueAsNumber), low), high)));
  box.addEventListener("input", () => tell(box.valueAsNumber));
  return {
    element: html`<div class="slider-row">
      <label for=${id}><span>${label}</span>${shown}</label>${slider}${box}
    </div>`,
    set(value) {
      slider.valueAsNumber = toSlider(value);
      if (box.valueAsNumber !== value) box.value = String(value);
      shown.value = words(value);
      slider.setAttribute("aria-valuetext", words(value));
    }
  };
}

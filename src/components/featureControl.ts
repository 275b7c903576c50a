import type {Feature} from "../lib/features/features.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import type {ControlRange} from "../lib/wire/PredictData.js";
import {html} from "./html.js";

/** A feature's control: its element, and how to set its value from elsewhere. */
export interface FeatureControl {
  readonly element: HTMLElement;
  readonly set: (value: number) => void;
}

/** Units of which every value has a name: shown as a list instead of a slider. */
const NAMED: Partial<Record<Feature["unit"], (range: ControlRange) => number[]>> = {
  key: () => Array.from({length: 12}, (_, key) => key),
  mode: () => [1, 0],
  beats: () => [1, 2, 3, 4, 5, 6, 7],
  year: ({low, high}) => Array.from({length: (high - low) / 10 + 1}, (_, i) => low + 10 * i)
};

/**
 * A slider with a number box, or a list where every value has a name. NaN is a missing value: an empty box, or a 0 where
 * the feature's source writes 0 for it, as in a CSV.
 */
export function featureControl(
  feature: Feature,
  range: ControlRange,
  onChange: (value: number) => void
): FeatureControl {
  const values = NAMED[feature.unit]?.(range);
  return values ? listControl(feature, values, onChange) : sliderControl(feature, range, onChange);
}

function listControl(feature: Feature, values: readonly number[], onChange: (value: number) => void): FeatureControl {
  const select = html<HTMLSelectElement>`<select id=${feature.name} data-feature=${feature.name}>
    ${[...values, NaN].map((value) => html`<option value=${String(value)}>${formatFeature(feature, value)}</option>`)}
  </select>`;
  select.addEventListener("input", () => onChange(Number(select.value)));
  return {
    element: html`<div class="slider-row">
      <label for=${feature.name} title=${feature.meaning}>${feature.label}</label>${select}
    </div>`,
    set(value) {
      select.value = String(value);
    }
  };
}

function sliderControl(feature: Feature, range: ControlRange, onChange: (value: number) => void): FeatureControl {
  const {name, label, meaning, unit, min, max} = feature;
  const scale = unit === "ms" ? 1000 : 1; // the box shows seconds where the data hold milliseconds
  const step = feature.step / scale;
  const slider = html<HTMLInputElement>`<input
    type="range"
    id=${name}
    data-feature=${name}
    min=${range.low / scale}
    max=${range.high / scale}
    step=${step}
  />`;
  const box = html<HTMLInputElement>`<input
    type="number"
    min=${min / scale}
    max=${max / scale}
    step="any"
    placeholder="unknown"
    aria-label=${`${label}, typed${unit === "ms" ? ", seconds" : ""}`}
  />`;
  const shown = html<HTMLOutputElement>`<output for=${name}></output>`;
  const error = html`<span class="error" role="alert" hidden></span>`;
  const show = (value: number) => {
    const text = formatFeature(feature, value);
    shown.value = text;
    slider.setAttribute("aria-valuetext", text);
    refuse("");
  };
  const refuse = (message: string) => {
    error.textContent = message;
    error.hidden = message === "";
    box.setAttribute("aria-invalid", String(message !== ""));
  };
  const tell = (value: number) => {
    const meant = value === 0 && feature.zeroIsMissing ? NaN : value;
    show(meant);
    onChange(meant);
  };
  slider.addEventListener("input", () => {
    box.valueAsNumber = Number(slider.valueAsNumber.toFixed(6));
    tell(slider.valueAsNumber * scale);
  });
  box.addEventListener("input", () => {
    const value = box.valueAsNumber * scale;
    if (box.validity.badInput || value < min || value > max) {
      return refuse(`${label} lies from ${formatFeature(feature, min)} to ${formatFeature(feature, max)}`);
    }
    if (!Number.isNaN(value)) slider.valueAsNumber = box.valueAsNumber;
    tell(value);
  });
  return {
    element: html`<div class="slider-row">
      <label for=${name} title=${meaning}><span>${label}</span>${shown}</label>${slider}${box}${error}
    </div>`,
    set(value) {
      slider.valueAsNumber = (Number.isNaN(value) ? (range.median ?? range.low) : value) / scale;
      box.value = Number.isNaN(value) ? "" : String(Number((value / scale).toPrecision(4)));
      show(value);
    }
  };
}

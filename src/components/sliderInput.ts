import type {Feature} from "../lib/features/features.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {parseSeconds} from "../lib/format/parseSeconds.js";
import type {ControlInput} from "./featureControl.js";
import {html} from "./html.js";
import type {TrackScale} from "./trackScale.js";

/**
 * A slider with a box for typing; times are typed as min:sec or as seconds.
 *
 * @param rest where the thumb stays while the value is unknown
 * @param tell hears of every value in the feature's unit, and of undefined where what is typed is refused
 */
export function sliderInput(
  feature: Feature,
  {low, high}: TrackScale,
  rest: number,
  tell: (value: number | undefined) => void
): ControlInput {
  const {name, label, unit, min, max} = feature;
  const isTime = unit === "ms" || unit === "s";
  const scale = unit === "ms" ? 1000 : 1; // seconds are typed and slid where the data hold milliseconds
  const slider = html<HTMLInputElement>`<input
    type="range"
    id=${name}
    data-feature=${name}
    aria-describedby=${`${name}-reach`}
    min=${low / scale}
    max=${high / scale}
    step=${feature.step / scale}
  />`;
  const box = isTime
    ? html<HTMLInputElement>`<input
        type="text"
        placeholder="unknown"
        title="min:sec, or seconds"
        aria-label=${`${label}, typed, min:sec or seconds`}
      />`
    : html<HTMLInputElement>`<input
        type="number"
        min=${min}
        max=${max}
        step="any"
        placeholder="unknown"
        aria-label=${`${label}, typed`}
      />`;
  const output = html<HTMLOutputElement>`<output for=${name}></output>`;
  const error = html`<span class="error" role="alert" hidden></span>`;

  function say(value: number): void {
    const text = formatFeature(feature, value);
    output.value = text;
    slider.setAttribute("aria-valuetext", text);
    slider.toggleAttribute("data-unknown", Number.isNaN(value));
    refuse("");
  }
  function refuse(message: string): void {
    error.textContent = message;
    error.hidden = message === "";
    box.setAttribute("aria-invalid", String(message !== ""));
  }
  function write(value: number): void {
    if (Number.isNaN(value)) box.value = "";
    else box.value = isTime ? formatFeature(feature, value) : String(Number(value.toPrecision(4)));
  }
  function accept(value: number): void {
    const meant = value === 0 && feature.zeroIsMissing ? NaN : value;
    say(meant);
    tell(meant);
  }

  slider.addEventListener("input", () => {
    const value = Number(slider.valueAsNumber.toFixed(6)) * scale;
    write(value);
    accept(value);
  });
  box.addEventListener("input", () => {
    const value = (isTime ? parseSeconds(box.value) : box.valueAsNumber) * scale;
    const isEmpty = box.value.trim() === "" && !box.validity.badInput;
    if (isEmpty) return accept(NaN);
    if (!(value >= min && value <= max)) {
      const form = isTime && Number.isNaN(value) ? "is typed as min:sec or seconds, and " : "";
      refuse(`${label} ${form}lies from ${formatFeature(feature, min)} to ${formatFeature(feature, max)}`);
      return tell(undefined);
    }
    slider.valueAsNumber = value / scale;
    accept(value);
  });
  return {
    onTrack: slider,
    besides: [output, box],
    below: error,
    show(value) {
      slider.valueAsNumber = (Number.isNaN(value) ? rest : value) / scale;
      write(value);
      say(value);
    }
  };
}

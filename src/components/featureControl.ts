import type {Feature} from "../lib/features/features.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {IceCurve} from "../lib/trees/iceCurves.js";
import type {ControlRange} from "../lib/wire/PredictData.js";
import {button} from "./button.js";
import {controlTrack} from "./controlTrack.js";
import {html} from "./html.js";
import {listInput} from "./listInput.js";
import {sliderInput} from "./sliderInput.js";
import {listScale, sliderScale} from "./trackScale.js";

/** A feature's control. */
export interface FeatureControl {
  readonly element: HTMLElement;
  readonly values: readonly number[]; // spread along its track: those that `foresee` may call unfamiliar
  /** Shows a value that was set elsewhere; one that is shown already costs nothing. */
  readonly set: (value: number) => void;
  /** Says beside its name how its value is known; "" says nothing. */
  readonly tag: (words: string) => void;
  /** Draws what each value would give, and hatches those whose `familiar` is 0. */
  readonly foresee: (curve: IceCurve, familiar?: Uint8Array) => void;
}

export interface FeatureControlOptions {
  readonly onChange: (value: number) => void; // NaN: unknown
  readonly home: () => number; // what the control is reset to
}

/** What a reader moves, types in or chooses from. */
export interface ControlInput {
  readonly onTrack: HTMLElement;
  readonly besides: readonly HTMLElement[];
  readonly below: HTMLElement | null;
  readonly show: (value: number) => void;
}

/** Units of which every value has a name: shown as a list instead of a slider. */
const NAMED: Partial<Record<Feature["unit"], (range: ControlRange) => number[]>> = {
  key: () => Array.from({length: 12}, (_, key) => key),
  mode: () => [1, 0],
  beats: () => [1, 2, 3, 4, 5, 6, 7],
  year: ({low, high}) => Array.from({length: (high - low) / 10 + 1}, (_, i) => low + 10 * i)
};

/**
 * A slider with a box, or a list where every value has a name, and along either what its values would give. NaN is a
 * missing value: an empty box, or a 0 where the feature's source writes 0 for it, as in a CSV.
 */
export function featureControl(
  feature: Feature,
  range: ControlRange,
  {onChange, home}: FeatureControlOptions
): FeatureControl {
  const {name, label, meaning} = feature;
  const listed = NAMED[feature.unit]?.(range);
  const scale = listed ? listScale(listed) : sliderScale(range, feature);
  const track = controlTrack(range.density, scale);
  let shown: number | undefined; // none while what is typed is refused
  const tell = (value: number | undefined) => {
    shown = value === undefined ? undefined : Math.fround(value);
    if (value !== undefined) onChange(value);
  };
  const input = listed
    ? listInput(feature, listed, tell)
    : sliderInput(feature, scale, range.median ?? scale.low, tell);
  const reset = button("↺", () => {
    input.show(home());
    tell(home());
  });
  reset.setAttribute("aria-label", `Reset ${label}`);
  const reach = html`<span></span>`;
  const knowing = html`<span class="knowing"></span>`;
  const strange = html`<span class="visually-hidden"></span>`;
  return {
    element: html`<div class=${`slider-row control ${listed ? "control--list" : "control--slider"}`}>
      <label for=${name} title=${meaning}>${label}${knowing}</label>
      <div class="control-track">${track.element}${input.onTrack}</div>
      ${input.besides}${reset}
      <small id=${`${name}-reach`}><span class="visually-hidden">Probability along it: </span>${reach}${strange}</small>
      ${input.below}
    </div>`,
    values: scale.values,
    set(value) {
      if (Object.is(Math.fround(value), shown)) return;
      shown = Math.fround(value);
      input.show(value);
    },
    tag(words) {
      if (knowing.textContent !== words) knowing.textContent = words;
    },
    foresee(curve, familiar) {
      const [least, most] = track.foresee(curve, shown ?? NaN).map(formatPercent);
      reach.textContent = least === most ? least : `${least} to ${most}`;
      if (!familiar) return;
      track.hatch(familiar);
      const share = familiar.filter((cell) => cell === 0).length / familiar.length;
      strange.textContent = share > 0 ? `; over ${formatPercent(share)} of it, like no track learned from` : "";
    }
  };
}

import type {Feature} from "../lib/features/features.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatTick} from "../lib/format/formatTick.js";
import type {ControlInput} from "./featureControl.js";
import {html} from "./html.js";

/**
 * A list of all values and the unknown one, and a row of their short names for the bars above it: of the keys those
 * that have a single name.
 *
 * @param tell hears of every choice
 */
export function listInput(feature: Feature, values: readonly number[], tell: (value: number) => void): ControlInput {
  const {name} = feature;
  const select = html<HTMLSelectElement>`<select id=${name} data-feature=${name} aria-describedby=${`${name}-reach`}>
    ${[...values, NaN].map((value) => html`<option value=${String(value)}>${formatFeature(feature, value)}</option>`)}
  </select>`;
  select.addEventListener("input", () => tell(Number(select.value)));
  const names = values.map((value) => formatTick(feature, value)).map((tick) => (tick.includes("/") ? "" : tick));
  return {
    onTrack: html`<div class="control-ticks" aria-hidden="true">
      ${names.map((tick) => html`<span>${tick}</span>`)}
    </div>`,
    besides: [select],
    below: null,
    show(value) {
      select.value = String(value);
    }
  };
}

import {formatFeature} from "../lib/format/formatFeature.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {html} from "./html.js";

/** Asks for the decade of a song, the study's last until it is said; nothing where the study has no decades. */
export function decadePicker(
  {controls}: Pick<PredictData, "controls">,
  onChange: (decade: number) => void
): Node | string {
  const control = controls.find(({name}) => name === "decade");
  if (!control) return "";
  const {low, high} = control;
  const decades = Array.from({length: (high - low) / 10 + 1}, (_, i) => low + 10 * i);
  const select = html<HTMLSelectElement>`<select>
    ${decades.map((decade) => html`<option value=${decade}>${formatFeature({unit: "year"}, decade)}</option>`)}
  </select>`;
  select.value = String(high);
  select.addEventListener("change", () => onChange(Number(select.value)));
  return html`<label class="outside-decade">Judge it as a song of the ${select}</label>`;
}

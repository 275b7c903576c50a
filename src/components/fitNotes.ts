import type {FitNote} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {html} from "./html.js";

/** What to know of how the models were fitted. */
export function fitNotes(fits: readonly FitNote[]): HTMLElement {
  return html`<ul>
    ${fits.map(({id, note}) => html`<li><strong>${MODEL_LABELS[id]}.</strong> ${note}</li>`)}
  </ul>`;
}

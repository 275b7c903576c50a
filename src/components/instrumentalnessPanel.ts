import {instrumentalnessWords} from "../lib/wire/instrumentalnessWords.js";
import type {InstrumentalnessResult, Refused} from "../lib/wire/ModelsData.js";
import {html} from "./html.js";
import {instrumentalnessChart} from "./instrumentalnessChart.js";

/** What instrumentalness is worth: a paragraph and a chart, or why it could not be measured. */
export function instrumentalnessPanel(result: InstrumentalnessResult | Refused): HTMLElement {
  return html`<div>
    <p>${instrumentalnessWords(result)}</p>
    ${"refusal" in result ? null : instrumentalnessChart(result)}
  </div>`;
}

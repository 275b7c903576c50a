import {formatMeasure} from "../lib/format/formatMeasure.js";
import type {Estimate, NoEstimate} from "../lib/metrics/types.js";
import {html} from "./html.js";

/** A table cell of a measure with its interval, or a dash where there is none. */
export function estimateCell(estimate: Estimate | NoEstimate | null, best = false): HTMLElement {
  if (estimate === null || estimate.value === null) {
    return html`<td class="num"><span title="not defined here">–</span></td>`;
  }
  const {value, low, high} = estimate;
  const shown = best ? html`<strong>${formatMeasure(value)}</strong>` : formatMeasure(value);
  return html`<td class="num">${shown}<small>${formatMeasure(low)} to ${formatMeasure(high)}</small></td>`;
}

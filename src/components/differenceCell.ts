import {formatMeasure} from "../lib/format/formatMeasure.js";
import {formatPValue} from "../lib/format/formatPValue.js";
import type {Difference} from "../lib/metrics/types.js";
import {html} from "./html.js";

/** A table cell of a difference with its interval and p-value, or a dash where there is none. */
export function differenceCell(difference: Difference | null): HTMLElement {
  if (difference === null) return html`<td class="num"><span title="nothing to compare">–</span></td>`;
  const signed = (value: number) => formatMeasure(value, {signed: true});
  const {value, low, high, pValue} = difference;
  return html`<td class="num">
    ${signed(value)}<small>${signed(low)} to ${signed(high)}</small><small>${formatPValue(pValue)}</small>
  </td>`;
}

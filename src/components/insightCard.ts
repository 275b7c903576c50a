import {saidText} from "../lib/insights/saidText.js";
import type {Finding} from "../lib/wire/InsightsData.js";
import {html} from "./html.js";
import {insightChart} from "./insightChart.js";

/** A finding: the claim, its numbers, its chart, its caveat, and the stages it was computed by. */
export function insightCard({id, state, title, text, caveat, numbers, chart}: Finding): HTMLElement {
  const stages = [...new Set(numbers.map(({stage}) => stage))];
  return html`<section id=${id} data-state=${state}>
    <h2>${saidText(title, numbers)}</h2>
    <p>${saidText(text, numbers)}</p>
    ${state === "reversed" ? html`<p class="caveat">On the tracks this was first written for, it was otherwise.</p>` : null}
    ${chart && insightChart(chart, numbers)}
    <p class="caveat">${saidText(caveat, numbers)}</p>
    ${stages.length === 0 ? null : html`<p class="caveat">Computed by ${stages.flatMap((stage, i) => [i > 0 ? ", " : "", html`<code>${stage}</code>`])}.</p>`}
  </section>`;
}

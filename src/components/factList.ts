import {html} from "./html.js";

/** A row of numbers with what each counts. */
export function factList(facts: readonly (readonly [value: string, label: string])[]): HTMLElement {
  return html`<dl class="facts">
    ${facts.map(
      ([value, label]) =>
        html`<div>
          <dd>${value}</dd>
          <dt>${label}</dt>
        </div>`
    )}
  </dl>`;
}

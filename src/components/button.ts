import {html} from "./html.js";

/** A button that does one thing. The listener is added in code: the pages' policy refuses handlers in markup. */
export function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = html<HTMLButtonElement>`<button type="button">${label}</button>`;
  element.addEventListener("click", onClick);
  return element;
}

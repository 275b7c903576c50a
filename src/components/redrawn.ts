import {html} from "./html.js";
import type {PageState} from "./pageState.js";

/** An element that is drawn anew whenever one of the named choices changes. */
export function redrawn<S>(state: PageState<S>, names: readonly (keyof S)[], draw: () => Node | null): HTMLElement {
  const place = html`<div></div>`;
  state.watch(names, () => place.replaceChildren(...[draw()].filter((node) => node !== null)));
  return place;
}

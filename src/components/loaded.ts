import {button} from "./button.js";
import {html} from "./html.js";

interface LoadedOptions {
  readonly what: string; // is on its way: "The tracks"
  readonly heightPx?: number; // reserved before it comes
}

/** What is drawn from data on their way: its place is kept, and a failure is told and can be tried again. */
export function loaded<T>(
  load: () => Promise<T>,
  draw: (data: T) => Node,
  {what, heightPx = 0}: LoadedOptions
): HTMLElement {
  const place = html`<div style=${{minHeight: `${heightPx}px`}}></div>`;
  const start = async () => {
    place.replaceChildren(html`<p role="status">${what} are loading …</p>`);
    try {
      place.replaceChildren(draw(await load()));
      place.style.minHeight = "";
    } catch (error) {
      console.error(error);
      const again = button("Try again", () => void start());
      place.replaceChildren(html`<p class="error" role="alert">${what} could not be loaded. ${again}</p>`);
    }
  };
  void start();
  return place;
}

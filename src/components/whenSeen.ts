import {html} from "./html.js";

const AHEAD = "800px"; // drawn before it is scrolled to

/** Draws a part of the page when it is about to be seen, so that its data are not fetched for those who never scroll there. */
export function whenSeen(draw: () => Node, {heightPx}: {heightPx: number}): HTMLElement {
  const place = html`<div style=${{minHeight: `${heightPx}px`}}></div>`;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      place.replaceChildren(draw());
      place.style.minHeight = "";
    },
    {rootMargin: AHEAD}
  );
  observer.observe(place);
  return place;
}

import {afterPaint} from "./afterPaint.js";

/**
 * Puts work off until what changed before it was painted, and while an element is out of sight until it is seen again.
 *
 * @returns asks for the work; asked several times before it is done, it is done once
 */
export function whileSeen(element: Element, work: () => void): () => void {
  let seen = false;
  let due = false;
  const run = () => {
    due = !seen;
    if (seen) work();
  };
  new IntersectionObserver((entries) => {
    seen = entries[entries.length - 1].isIntersecting;
    if (seen && due) run();
  }).observe(element);
  return afterPaint(run);
}

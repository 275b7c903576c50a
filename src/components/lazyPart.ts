import {loaded} from "./loaded.js";
import {whenSeen} from "./whenSeen.js";

interface LazyOptions {
  readonly what: string; // is on its way: "The similar tracks"
  readonly heightPx: number; // reserved before it comes
}

/** A part of a page whose code and data are fetched when it is about to be seen. */
export function lazyPart(load: () => Promise<Node>, {what, heightPx}: LazyOptions): HTMLElement {
  return whenSeen(() => loaded(load, (part) => part, {what, heightPx}), {heightPx});
}

import type {Ask} from "../lib/spotify/loginTypes.js";

/** What lies outside of the page: other hosts, the clock, the address. A page hands it in; tests hand in their own. */
export interface OutsideWorld {
  readonly ask: Ask;
  readonly now: () => number; // milliseconds since 1970
  readonly location: Pick<Location, "href" | "assign">;
  readonly history: Pick<History, "state" | "replaceState">;
  readonly session: () => Pick<Storage, "getItem" | "setItem" | "removeItem">; // ends with the tab; throws where it is refused
}

/** How long a source is waited for. */
export const PATIENCE_MS = 5000;

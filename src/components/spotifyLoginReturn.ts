import type {PendingLogin} from "../lib/spotify/loginTypes.js";
import type {OutsideWorld} from "./outsideWorld.js";

/** What a login under way keeps in the tab's own storage. */
export interface KeptLogin {
  readonly pending: PendingLogin;
  readonly track: string; // Spotify's id, which the reader asked for
  readonly fragment: string; // of the address that was left: "#s=...", or ""
  readonly begunAtMs: number; // since 1970
}

/** How a reader came back from Spotify. */
export interface LoginReturn {
  readonly returned: URLSearchParams;
  readonly kept: KeptLogin | null; // null where no login was begun in this tab
}

export const LOGIN_KEY = "trackoracle-spotify-login";

const PARAMETERS = ["code", "state", "error", "error_description", "iss"];

/**
 * Takes what Spotify wrote into the address, and what was kept for that, and forgets both: the address is as it was
 * before, with the link that stood in it.
 *
 * @returns null where the reader does not come from a login
 */
export function spotifyLoginReturn({location, history, session}: OutsideWorld): LoginReturn | null {
  const url = new URL(location.href);
  if (!url.searchParams.has("code") && !url.searchParams.has("error")) return null;
  const returned = new URLSearchParams(url.search);
  const kept = take(session);
  for (const name of PARAMETERS) url.searchParams.delete(name);
  if (kept && !url.hash) url.hash = kept.fragment;
  history.replaceState(history.state, "", `${url.pathname}${url.search}${url.hash}`);
  return {returned, kept};
}

function take(session: OutsideWorld["session"]): KeptLogin | null {
  try {
    const storage = session();
    const text = storage.getItem(LOGIN_KEY);
    storage.removeItem(LOGIN_KEY); // it is good for one return
    return text === null ? null : (JSON.parse(text) as KeptLogin);
  } catch {
    return null;
  }
}

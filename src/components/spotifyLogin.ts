import {loginAddress} from "../lib/spotify/loginAddress.js";
import {loginFinish} from "../lib/spotify/loginFinish.js";
import {LoginProblem} from "../lib/spotify/LoginProblem.js";
import {loginRefresh} from "../lib/spotify/loginRefresh.js";
import {loginStart} from "../lib/spotify/loginStart.js";
import type {SpotifyTokens} from "../lib/spotify/loginTypes.js";
import {PATIENCE_MS, type OutsideWorld} from "./outsideWorld.js";
import {LOGIN_KEY, type KeptLogin, type LoginReturn} from "./spotifyLoginReturn.js";

/** A reader's login at Spotify, with an application of their own. Tokens are in memory alone, and end with the page. */
export interface SpotifyLogin {
  readonly redirectUri: string; // to be registered for the application; "" where Spotify sends nobody back to this page
  readonly problem: string; // why not
  readonly clientId: () => string; // kept for this tab; "" where none was entered
  readonly isSignedIn: () => boolean;
  /** Leaves the page for Spotify. @throws LoginProblem where the client id cannot be one, or nothing can be kept */
  readonly begin: (clientId: string, track: string) => Promise<void>;
  /** Ends the login that a reader comes back from. @throws LoginProblem where it is refused */
  readonly finish: (back: LoginReturn) => Promise<void>;
  /** Asks the Web API; an expired token is renewed first, a refused one once. @throws LoginProblem */
  readonly ask: (path: string) => Promise<Response>;
  readonly signOut: () => void; // forgets all of it, the client id too
}

const API = "https://api.spotify.com/v1";
const CLIENT_KEY = "trackoracle-spotify-client";
const EARLY_MS = 30_000; // a token is renewed before it expires
const LOGIN_MS = 600_000; // Spotify's codes live ten minutes

export function spotifyLogin({ask, now, location, session}: OutsideWorld): SpotifyLogin {
  const address = loginAddress(location.href);
  let client = read(session, CLIENT_KEY);
  let tokens: SpotifyTokens | null = null;
  let renewing: Promise<SpotifyTokens> | null = null; // a refresh token is good for one use: all wait for the same

  const world = () => ({ask, now, signal: AbortSignal.timeout(PATIENCE_MS)});

  function signOut(): void {
    tokens = renewing = null;
    client = "";
    for (const key of [CLIENT_KEY, LOGIN_KEY]) forget(session, key);
  }

  function renew(): Promise<SpotifyTokens> {
    if (!tokens) throw new LoginProblem("You are not signed in to Spotify.");
    const mine = (renewing ??= loginRefresh(tokens, client, world()));
    return mine.then(
      (fresh) => {
        if (renewing === mine) [tokens, renewing] = [fresh, null];
        return fresh;
      },
      (error: unknown) => {
        if (renewing === mine) tokens = renewing = null;
        throw error;
      }
    );
  }

  return {
    ...address,
    clientId: () => client,
    isSignedIn: () => tokens !== null,
    signOut,
    async begin(clientId, track) {
      if (address.problem) throw new LoginProblem(address.problem);
      const {address: there, pending} = await loginStart({clientId, redirectUri: address.redirectUri});
      const fragment = new URL(location.href).hash;
      const kept: KeptLogin = {pending, track, fragment, begunAtMs: now()};
      try {
        session().setItem(CLIENT_KEY, clientId);
        session().setItem(LOGIN_KEY, JSON.stringify(kept));
      } catch (cause) {
        throw new LoginProblem("This browser lets the page keep nothing, and a login has to be remembered.", {cause});
      }
      client = clientId;
      location.assign(there);
    },
    async finish({returned, kept}) {
      if (kept && !(now() - kept.begunAtMs < LOGIN_MS))
        throw new LoginProblem("The login took too long. Begin it anew.");
      tokens = await loginFinish(kept?.pending ?? null, returned, world());
      client = kept!.pending.clientId;
    },
    async ask(path) {
      if (!tokens) throw new LoginProblem("You are not signed in to Spotify.");
      const asked = ({accessToken}: SpotifyTokens) =>
        ask(API + path, {
          headers: {authorization: `Bearer ${accessToken}`},
          signal: AbortSignal.timeout(PATIENCE_MS),
          credentials: "omit",
          referrerPolicy: "no-referrer"
        });
      const held = now() < tokens.expiresAtMs - EARLY_MS ? tokens : await renew();
      const response = await asked(held);
      if (response.status !== 401) return response;
      const again = await asked(tokens === held ? await renew() : (tokens ?? held));
      if (again.status === 401) {
        tokens = null;
        throw new LoginProblem("Spotify no longer accepts this login. Sign in again.");
      }
      return again;
    }
  };
}

function read(session: OutsideWorld["session"], key: string): string {
  try {
    return session().getItem(key) ?? "";
  } catch {
    return "";
  }
}

function forget(session: OutsideWorld["session"], key: string): void {
  try {
    session().removeItem(key);
  } catch {
    // what cannot be kept need not be forgotten
  }
}

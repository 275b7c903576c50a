import pRetry from "p-retry";
import * as z from "zod/mini";
import {readComplaint} from "../../lib/spotify/refusalOf.js";
import {CallError} from "./CallError.js";
import {fetchText, unreachable} from "./fetchText.js";
import type {Patience} from "./Patience.js";
import type {SpotifySettings} from "./SpotifySettings.js";
import {StopError} from "./StopError.js";

const Token = z.object({access_token: z.string().check(z.regex(/^[\x21-\x7e]+$/))});

/** The token every call carries; asked for when it is first needed, and again after it is dropped. */
export interface AccessToken {
  get(): Promise<string>;
  drop(token: string): void; // unless it was replaced already
}

/**
 * Access tokens by client credentials.
 *
 * @returns `get` throws StopError if the credentials are refused or nobody answers; the signal's reason
 * @see https://developer.spotify.com/documentation/web-api/tutorials/client-credentials-flow; RFC 6749, 4.4
 */
export function accessToken(settings: SpotifySettings, patience: Patience, signal: AbortSignal): AccessToken {
  let current: string | undefined;
  let asking: Promise<string> | undefined;
  const ask = () =>
    pRetry(() => askOnce(settings, patience, signal), {
      retries: 2,
      minTimeout: patience.backoffMs,
      randomize: true,
      signal,
      shouldRetry: ({error}) => error instanceof CallError && error.failure !== "slow"
    }).catch((error: unknown) => {
      throw error instanceof CallError ? unreachable(settings.accounts, error) : error;
    });
  return {
    async get() {
      if (current !== undefined) return current;
      asking ??= ask().finally(() => (asking = undefined));
      return (current = await asking);
    },
    drop(token) {
      if (current === token) current = undefined;
    }
  };
}

async function askOnce(
  {clientId, clientSecret, accounts}: SpotifySettings,
  {timeoutMs}: Patience,
  signal: AbortSignal
): Promise<string> {
  const credentials = [clientId, clientSecret].map(encodeURIComponent).join(":"); // as RFC 6749, 2.3.1 asks
  const init = {
    method: "POST",
    headers: {authorization: `Basic ${Buffer.from(credentials).toString("base64")}`},
    body: new URLSearchParams({grant_type: "client_credentials"})
  };
  const {status, text} = await fetchText(`${accounts}/api/token`, init, {timeoutMs, signal});
  if (status === 200) return readToken(text);
  if (status === 429 || status >= 500) throw new CallError("server", `HTTP ${status}`);
  throw refused(status, text, accounts);
}

function readToken(text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new CallError("reset", "an answer that is no JSON");
  }
  const {data} = Token.safeParse(body);
  if (!data) throw new CallError("reset", "an answer without a token");
  return data.access_token;
}

/** Only an error's code is repeated: what else a server says might hold what it was sent. */
function refused(status: number, text: string, accounts: string): StopError {
  const {reason} = readComplaint(text);
  const code = /^[a-z_]{1,40}$/.test(reason) ? ` ${reason}` : "";
  const {host} = new URL(accounts);
  if (reason === "invalid_client" || status === 401 || status === 403) {
    return new StopError(
      `expected a client id and its secret that ${host} accepts; got HTTP ${status}${code}. Check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET: the secret may have been changed, or the app deleted`
    );
  }
  return new StopError(`expected a token from ${host}; got HTTP ${status}${code}`);
}

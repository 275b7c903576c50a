import pRetry from "p-retry";
import {refusalOf, type Refusal} from "../../lib/spotify/refusalOf.js";
import {accessToken} from "./accessToken.js";
import {CallError} from "./CallError.js";
import {fetchText, unreachable, type AnsweredText} from "./fetchText.js";
import {PATIENCE, type Patience} from "./Patience.js";
import {retryAfterSeconds} from "./retryAfterSeconds.js";
import type {SpotifySettings} from "./SpotifySettings.js";
import {StopError} from "./StopError.js";
import {waitingGate} from "./waitingGate.js";

/** What is left to tell a caller: rate limits, quotas, tokens and failing servers are the client's own matter. */
export type Refused = Extract<Refusal, "closed" | "forbidden" | "missing" | "badId" | "other">;

/** An answer to keep or to act on. */
export type Reply =
  {readonly status: 200; readonly body: unknown} | {readonly status: number; readonly refused: Refused};

/** Asks Spotify's Web API. */
export interface SpotifyClient {
  /**
   * One call, retried until it is answered.
   *
   * @param path after the base address, without a slash at its start
   * @param isUsable whether the JSON of an answer is what was asked for; if not, it is asked again
   * @throws CallError if it failed however often it was tried; StopError if further calls are useless, then all calls
   *   under way throw it too; the signal's reason
   */
  get(path: string, isUsable: (body: unknown) => boolean): Promise<Reply>;
}

export interface ClientOptions {
  signal: AbortSignal;
  patience?: Partial<Patience>;
  onWait?: (seconds: number) => void; // told when Spotify asks to wait
}

const MOST_TOKENS = 2; // new ones for one call

/**
 * A client with credentials of an app: tokens are renewed, failing calls tried again with growing delays and some chance
 * in them, and Retry-After is obeyed by all calls.
 */
export function spotifyClient(settings: SpotifySettings, {signal, onWait, ...options}: ClientOptions): SpotifyClient {
  const patience = {...PATIENCE, ...options.patience};
  const stopper = new AbortController(); // for those under way, when one of them finds that all is over
  const either = AbortSignal.any([signal, stopper.signal]);
  const token = accessToken(settings, patience, either);
  const gate = waitingGate(either);
  let waits = 0; // in a row
  let failures = 0;

  const readRefusal = ({status, text, retryAfter}: AnsweredText): Refused => {
    const refusal = refusalOf(status, text);
    switch (refusal) {
      case "quota":
        throw new StopError(
          "expected an answer; got QUOTA_EXCEEDED: the app has used up its quota. Run it again another day"
        );
      case "rateLimit":
        throw rateLimit(retryAfterSeconds(retryAfter, Date.now()));
      case "token":
        throw new CallError("token", `HTTP ${status}`);
      case "server":
        throw new CallError("server", `HTTP ${status}`);
      default:
        return refusal;
    }
  };

  const rateLimit = (seconds: number | undefined): Error => {
    if (seconds === undefined) return new CallError("rateLimit", "HTTP 429");
    if (seconds > patience.longestWaitSeconds) {
      const longest = wordsOf(patience.longestWaitSeconds);
      return new StopError(
        `expected to be told to wait ${longest} at most; got ${wordsOf(seconds)}. Run it again then`
      );
    }
    if (++waits > patience.waits) {
      return new StopError(`expected an answer; got told to wait ${waits} times in a row. Run it again later`);
    }
    gate.close(seconds * patience.secondMs);
    onWait?.(seconds);
    return new CallError("wait", "HTTP 429");
  };

  const attempt = async (path: string, isUsable: (body: unknown) => boolean, refused: string[]): Promise<Reply> => {
    await gate.passed();
    const authorization = await token.get();
    const init = {headers: {authorization: `Bearer ${authorization}`, accept: "application/json"}};
    const answered = await fetchText(`${settings.api}/${path}`, init, {timeoutMs: patience.timeoutMs, signal: either});
    const {status, text} = answered;
    if (status >= 200 && status < 300) {
      const body = parseJson(text);
      if (status !== 200 || !isUsable(body)) throw new CallError("reset", "an answer to something else");
      return {status, body};
    }
    try {
      return {status, refused: readRefusal(answered)};
    } catch (error) {
      if (!(error instanceof CallError) || error.failure !== "token") throw error;
      token.drop(authorization);
      if (refused.push(authorization) <= MOST_TOKENS) throw error;
      const {host} = new URL(settings.api);
      throw new StopError(
        `expected ${host} to take the token it gave; got HTTP ${status} for ${refused.length} in a row`
      );
    }
  };

  const get = async (path: string, isUsable: (body: unknown) => boolean): Promise<Reply> => {
    const refused: string[] = []; // tokens
    let gone = 0;
    const reply = await pRetry(() => attempt(path, isUsable, refused), {
      retries: patience.retries,
      minTimeout: patience.backoffMs,
      maxTimeout: 32 * patience.backoffMs,
      randomize: true,
      signal: either,
      shouldRetry: ({error}) => error instanceof CallError && (error.failure !== "gone" || ++gone <= 2),
      shouldConsumeRetry: ({error}) => !(error instanceof CallError) || !/^(wait|token)$/.test(error.failure)
    });
    waits = failures = 0;
    return reply;
  };

  return {
    async get(path, isUsable) {
      try {
        return await get(path, isUsable);
      } catch (error) {
        const end = error instanceof CallError ? worsen(error) : error;
        if (end instanceof StopError) stopper.abort(end);
        throw end;
      }
    }
  };

  function worsen(error: CallError): Error {
    if (error.failure === "gone") return unreachable(settings.api, error);
    if (++failures < patience.failures) return error;
    return new StopError(
      `expected answers from ${new URL(settings.api).host}; got ${failures} failures in a row, the last ${error.message}`
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CallError("reset", "an answer that is no JSON");
  }
}

function wordsOf(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;
}

import {CallError} from "./CallError.js";
import {StopError} from "./StopError.js";

/** Failures that no further attempt mends: no such name, nobody listening, no way there, a certificate refused. */
const GONE = /^(ENOTFOUND|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|CERT_.*|.*_CERT_.*|.*_CERT|ERR_TLS_.*)$/;

/** What a server answered, read to its end. */
export interface AnsweredText {
  readonly status: number;
  readonly retryAfter: string | null; // the header, as it came
  readonly text: string;
}

/**
 * Asks a server once and reads its whole answer.
 *
 * @param timeoutMs for all of it, a slow body too
 * @throws CallError if no whole answer comes; the signal's reason
 */
export async function fetchText(
  url: string,
  init: RequestInit,
  {timeoutMs, signal}: {timeoutMs: number; signal: AbortSignal}
): Promise<AnsweredText> {
  signal.throwIfAborted();
  const stopper = new AbortController();
  // Node's fetch may miss an abort while a body stalls (its signal is held weakly): nothing here waits for it.
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      stopper.abort();
      reject(new CallError("slow", `no whole answer within ${timeoutMs / 1000} s`));
    };
  });
  const timer = setTimeout(stop, timeoutMs);
  signal.addEventListener("abort", stop, {once: true});
  try {
    return await Promise.race([readWhole(url, {...init, redirect: "error", signal: stopper.signal}), stopped]);
  } catch (error) {
    signal.throwIfAborted();
    if (stopper.signal.aborted) return await stopped;
    const code = codeOf(error);
    throw new CallError(GONE.test(code) ? "gone" : "reset", code || "the connection broke");
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

async function readWhole(url: string, init: RequestInit): Promise<AnsweredText> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {status: response.status, retryAfter: response.headers.get("retry-after"), text};
}

/** What stops a run whose server is not there. */
export function unreachable(base: string, {message}: CallError): StopError {
  return new StopError(`expected an answer from ${new URL(base).host}; got none (${message}). Is the network up?`);
}

/** The code of what made fetch fail: of the last of several addresses tried. */
function codeOf(error: unknown): string {
  const cause = (error as {cause?: {code?: string; errors?: {code?: string}[]}}).cause;
  return cause?.code ?? cause?.errors?.at(-1)?.code ?? "";
}

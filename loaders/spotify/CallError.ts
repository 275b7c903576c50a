/**
 * What may pass: `reset` also stands for answers that cannot be used, `wait` for a 429 that says how long. `token` asks
 * for another one. `gone`: there is no such server.
 */
export type CallFailure = "reset" | "slow" | "server" | "rateLimit" | "wait" | "token" | "gone";

/** One attempt at a call that failed; another may not. */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly failure: CallFailure;

  /** @param message what happened, in few words: `HTTP 502` */
  constructor(failure: CallFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

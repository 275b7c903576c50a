import {setTimeout as sleep} from "node:timers/promises";

/** Holds up all calls together. */
export interface WaitingGate {
  close(ms: number): void; // from now on, for so long; the longest counts
  passed(): Promise<void>; // settles when it is open
}

/** A gate that is open; `passed` throws the signal's reason. */
export function waitingGate(signal: AbortSignal): WaitingGate {
  let openAt = 0; // ms of performance.now()
  return {
    close(ms) {
      openAt = Math.max(openAt, performance.now() + ms);
    },
    async passed() {
      for (let left = openAt - performance.now(); left > 0; left = openAt - performance.now()) {
        await sleep(Math.ceil(left), undefined, {signal}).catch(() => signal.throwIfAborted());
      }
    }
  };
}

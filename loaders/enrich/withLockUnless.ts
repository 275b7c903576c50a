import {withLock} from "../store/withLock.js";

/**
 * Runs an action while holding a folder's lock; a wait for it ends when the signal is aborted.
 *
 * @param onWait called once if another process holds the lock
 * @throws the signal's reason while it waits; what the action throws
 */
export async function withLockUnless<T>(
  signal: AbortSignal,
  folder: string,
  action: () => Promise<T>,
  onWait?: () => void
): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, {once: true});
  });
  const held = () => {
    signal.removeEventListener("abort", stop); // from here on the action sees to it
    signal.throwIfAborted();
    return action();
  };
  return Promise.race([withLock(folder, held, onWait), aborted]);
}

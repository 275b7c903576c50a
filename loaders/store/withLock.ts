import lockfile from "proper-lockfile";

/**
 * Runs an action while holding a folder's lock, so that one process at a time writes there.
 *
 * The lock of a process that was killed goes stale after ten seconds and is then taken over.
 *
 * @param onWait called once if another process holds the lock
 */
export async function withLock<T>(folder: string, action: () => Promise<T>, onWait?: () => void): Promise<T> {
  const options = {realpath: false, stale: 10_000, update: 2_000};
  let release: () => Promise<void>;
  try {
    release = await lockfile.lock(folder, options);
  } catch (error) {
    if ((error as {code?: string}).code !== "ELOCKED") throw error;
    onWait?.();
    release = await lockfile.lock(folder, {...options, retries: {forever: true, minTimeout: 200, maxTimeout: 1_000}});
  }
  try {
    return await action();
  } finally {
    await release();
  }
}

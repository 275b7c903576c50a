/** Values that change, and what is done when they do. */
export interface Watchable<S> {
  readonly now: Readonly<S>;
  /** Changes some values; whatever watches them follows at once. */
  readonly set: (changes: Partial<S>) => void;
  /** Runs at once, and again whenever one of the values changes. What it starts to watch itself ends with the next run. */
  readonly watch: (names: readonly (keyof S)[], run: () => void) => void;
}

interface Watcher<S> {
  readonly names: readonly (keyof S)[];
  readonly run: () => void;
  readonly inner: Watcher<S>[]; // started by the last run
}

/**
 * Watches values.
 *
 * @param start copied; a value counts as changed when it is another by Object.is
 * @param onChange runs after a change and before those who watch it
 */
export function watchable<S extends object>(start: S, onChange: () => void = () => undefined): Watchable<S> {
  const now = {...start};
  const watchers = new Set<Watcher<S>>();
  let running: Watcher<S> | undefined;

  const end = (watcher: Watcher<S>) => {
    watchers.delete(watcher);
    watcher.inner.splice(0).forEach(end);
  };
  const rerun = (watcher: Watcher<S>) => {
    watcher.inner.splice(0).forEach(end);
    const outer = running;
    running = watcher;
    watcher.run();
    running = outer;
  };

  return {
    now,
    set(changes) {
      const changed = (Object.keys(changes) as (keyof S)[]).filter((name) => !Object.is(changes[name], now[name]));
      if (changed.length === 0) return;
      Object.assign(now, changes);
      onChange();
      for (const watcher of [...watchers]) {
        if (watchers.has(watcher) && changed.some((name) => watcher.names.includes(name))) rerun(watcher);
      }
    },
    watch(names, run) {
      const watcher: Watcher<S> = {names, run, inner: []};
      running?.inner.push(watcher);
      watchers.add(watcher);
      rerun(watcher);
    }
  };
}

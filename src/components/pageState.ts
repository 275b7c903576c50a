/** A choice that stands in the page's address: what it is at first, and what a text there means; undefined if nothing. */
export interface Choice<T extends string | number> {
  readonly start: T;
  readonly read: (text: string) => T | undefined;
}

/** What the reader has chosen on a page, kept in its address, and what is drawn from it. */
export interface PageState<S> {
  readonly now: Readonly<S>;
  /** Changes some choices; the address and whatever watches them follow. */
  readonly set: (changes: Partial<S>) => void;
  /** Runs at once, and again whenever one of the choices changes. What it starts to watch itself ends with the next run. */
  readonly watch: (names: readonly (keyof S)[], run: () => void) => void;
}

interface Watcher<S> {
  readonly names: readonly (keyof S)[];
  readonly run: () => void;
  readonly inner: Watcher<S>[]; // started by the last run
}

/** The state of a page whose choices can be sent to others as a link: those that are not as at first are in the query. */
export function pageState<S extends {[K in keyof S]: string | number}>(choices: {
  readonly [K in keyof S]: Choice<S[K]>;
}): PageState<S> {
  const names = Object.keys(choices) as (keyof S & string)[];
  const asked = new URLSearchParams(location.search);
  const readOne = <K extends keyof S & string>(name: K): S[K] =>
    choices[name].read(asked.get(name) ?? "") ?? choices[name].start;
  const now = {} as S;
  for (const name of names) now[name] = readOne(name);
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
  const writeAddress = () => {
    const query = new URLSearchParams(location.search);
    for (const name of names) query.delete(name);
    for (const name of names) if (now[name] !== choices[name].start) query.set(name, String(now[name]));
    const text = query.toString();
    history.replaceState(history.state, "", `${location.pathname}${text && `?${text}`}${location.hash}`);
  };

  return {
    now,
    set(changes) {
      const changed = names.filter((name) => name in changes && changes[name] !== now[name]);
      if (changed.length === 0) return;
      Object.assign(now, changes);
      writeAddress();
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

/** One of some texts. */
export function oneOf<T extends string>(values: readonly T[], start: T): Choice<T> {
  return {start, read: (text) => values.find((value) => value === text)};
}

/** A number from low to high; a whole one if asked. */
export function numberFrom(low: number, high: number, start: number, {whole = false} = {}): Choice<number> {
  const read = (text: string) => {
    const value = text.trim() === "" ? NaN : Number(text);
    return value >= low && value <= high && !(whole && !Number.isInteger(value)) ? value : undefined;
  };
  return {start, read};
}

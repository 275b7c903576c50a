import {watchable, type Watchable} from "./watchable.js";

/** A choice that stands in the page's address: what it is at first, and what a text there means; undefined if nothing. */
export interface Choice<T extends string | number> {
  readonly start: T;
  readonly read: (text: string) => T | undefined;
}

/** What the reader has chosen on a page, kept in its address: a change is written there before it is drawn. */
export type PageState<S> = Watchable<S>;

/** The state of a page whose choices can be sent to others as a link: those that are not as at first are in the query. */
export function pageState<S extends {[K in keyof S]: string | number}>(choices: {
  readonly [K in keyof S]: Choice<S[K]>;
}): PageState<S> {
  const names = Object.keys(choices) as (keyof S & string)[];
  const asked = new URLSearchParams(location.search);
  const readOne = <K extends keyof S & string>(name: K): S[K] =>
    choices[name].read(asked.get(name) ?? "") ?? choices[name].start;
  const start = {} as S;
  for (const name of names) start[name] = readOne(name);
  const writeAddress = () => {
    const query = new URLSearchParams(location.search);
    for (const name of names) query.delete(name);
    for (const name of names) if (now[name] !== choices[name].start) query.set(name, String(now[name]));
    const text = query.toString();
    history.replaceState(history.state, "", `${location.pathname}${text && `?${text}`}${location.hash}`);
  };
  const state = watchable(start, writeAddress);
  const {now} = state;
  return state;
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

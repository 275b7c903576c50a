import {button} from "./button.js";

/** Asks for files and tells what becomes of them in one place. */
export interface FileAsker {
  /** Uses what is loaded unless something else was asked or said since. A failure is told and can be tried again. */
  readonly ask: <T>(what: string, load: () => Promise<T>, use: (answer: T) => void) => Promise<void>;
  /** Says something in place of what was said; nothing by default. */
  readonly say: (words?: string) => void;
  /** Says what is wrong. */
  readonly complain: (...words: (string | Node)[]) => void;
}

/** @param said where it is told; a live region, since what is loaded comes later than it was asked for */
export function fileAsker(said: HTMLElement): FileAsker {
  const here = new Set<string>(); // what was loaded before is loaded at once, so that nothing need be said
  let last = 0;

  function tell(isError: boolean, ...words: (string | Node)[]): void {
    last++;
    said.classList.toggle("error", isError);
    said.replaceChildren(...words);
  }
  const say = (words = "") => tell(false, words);
  const complain = (...words: (string | Node)[]) => tell(true, ...words);

  async function ask<T>(what: string, load: () => Promise<T>, use: (answer: T) => void): Promise<void> {
    say(here.has(what) ? "" : `${what} are loading …`);
    const mine = last;
    try {
      const answer = await load();
      here.add(what);
      if (mine !== last) return;
      say();
      use(answer);
    } catch (error) {
      console.error(error);
      if (mine !== last) return;
      const again = button("Try again", () => void ask(what, load, use));
      complain(`${what} could not be loaded. `, again);
    }
  }
  return {ask, say, complain};
}

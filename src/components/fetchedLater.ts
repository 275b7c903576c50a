import type {PredictData} from "../lib/wire/PredictData.js";
import {button} from "./button.js";
import {html} from "./html.js";
import type {PredictState} from "./predictState.js";

interface LaterOptions<T> {
  readonly what: string; // is fetched: "The forest"
  readonly load: () => Promise<T>;
  readonly use: (answer: T) => void;
}

/** Safari has no idle callbacks. */
const whenIdle = (run: () => void) =>
  "requestIdleCallback" in globalThis ? requestIdleCallback(run, {timeout: 2000}) : setTimeout(run, 200);

const savesData = () => (navigator as Navigator & {connection?: {saveData?: boolean}}).connection?.saveData === true;

/**
 * Says what becomes of a file that the page can do without at first. It is fetched in idle time once the reader has left
 * the middle of the study; where the connection asks to save data, only when a button is pressed.
 */
export function fetchedLater<T>(
  state: PredictState,
  {controls}: PredictData,
  {what, load, use}: LaterOptions<T>
): HTMLElement {
  const element = html`<p class="fetched-later"></p>`;
  let started = false;

  async function start(): Promise<void> {
    started = true;
    element.replaceChildren(`${what} is on its way.`);
    try {
      use(await load());
      element.remove();
    } catch (error) {
      console.error(error);
      element.replaceChildren(
        `${what} could not be loaded. `,
        button("Try again", () => void start())
      );
    }
  }

  const isMoved = () => controls.some(({median}, j) => !Object.is(Math.fround(median ?? NaN), state.now.x[j]));
  if (savesData()) element.append(button(`Fetch ${what.charAt(0).toLowerCase()}${what.slice(1)}`, () => void start()));
  else
    state.watch(["x"], () => {
      if (started || !isMoved()) return;
      started = true;
      whenIdle(() => void start());
    });
  return element;
}

import {choices} from "./choices.js";
import type {Watchable} from "./watchable.js";

/** A row of buttons that set one of a page's values, of which the one that holds is pressed. */
export function stateChoices<S extends object, K extends keyof S>(
  legend: string,
  options: readonly (readonly [value: S[K] & (string | number), label: string])[],
  state: Watchable<S>,
  name: K
): HTMLElement {
  const element = choices(
    legend,
    options.map(([value, label]) => [String(value), label] as const),
    {
      value: String(state.now[name]),
      onChange: (text) =>
        state.set({[name]: options.find(([value]) => String(value) === text)![0]} as unknown as Partial<S>)
    }
  );
  state.watch([name], () => {
    for (const button of element.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.value === String(state.now[name])));
  });
  return element;
}

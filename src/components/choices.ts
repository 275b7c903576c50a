import {html} from "./html.js";

interface ChoicesOptions<T extends string> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A row of buttons of which one is pressed. */
export function choices<T extends string>(
  legend: string,
  options: readonly (readonly [value: T, label: string])[],
  {value, onChange}: ChoicesOptions<T>
): HTMLElement {
  const buttons = options.map(
    ([option, label]) =>
      html<HTMLButtonElement>`<button type="button" value=${option} aria-pressed=${String(option === value)}>
        ${label}
      </button>`
  );
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      onChange(button.value as T);
    });
  }
  return html`<fieldset class="choices">
    <legend>${legend}</legend>
    ${buttons}
  </fieldset>`;
}

import {html} from "./html.js";

interface CheckedNumberOptions {
  readonly label: string; // as it is read aloud, with its unit
  readonly what: string; // the value's name, for the message
  readonly low: number;
  readonly high: number;
  readonly placeholder?: string; // what an empty box stands for; without one it may not be empty
  readonly onChange: (value: number) => string; // NaN where empty; returns what is wrong with it, else ""
}

/** A number box with a message beside it where what was typed cannot be. `set` shows a value without telling it. */
export function checkedNumber({label, what, low, high, placeholder, onChange}: CheckedNumberOptions) {
  const box = html<HTMLInputElement>`<input type="number" min=${low} max=${high} step="any" aria-label=${label} />`;
  const error = html`<span class="error" role="alert" hidden></span>`;
  if (placeholder !== undefined) box.placeholder = placeholder;
  const refuse = (message: string) => {
    error.textContent = message;
    error.hidden = message === "";
    box.setAttribute("aria-invalid", String(message !== ""));
  };
  box.addEventListener("input", () => {
    const value = box.valueAsNumber;
    const missing = Number.isNaN(value) && (box.validity.badInput || placeholder === undefined);
    refuse(missing || value < low || value > high ? `${what} lies from ${low} to ${high}` : onChange(value));
  });
  return {
    box,
    error,
    set(value: number) {
      if (!Object.is(box.valueAsNumber, value)) box.value = Number.isNaN(value) ? "" : String(value);
      refuse("");
    }
  };
}

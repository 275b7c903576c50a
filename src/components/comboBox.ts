import {html} from "./html.js";

/** What can be chosen: a number that stands for it, and how it is shown. */
export interface ComboOption {
  readonly value: number;
  readonly shown: Node;
}

interface ComboBoxOptions {
  readonly id: string;
  readonly label: string;
  readonly onType: (text: string) => void; // also when the reader asks for the list again
  readonly onChoose: (value: number) => void;
}

/**
 * A box to type in with a list of what fits. The list opens when it is shown options; arrows, Home and End move in it,
 * Enter chooses, Escape closes it and then empties the box.
 *
 * @see WAI-ARIA Authoring Practices 1.2, combobox with list autocomplete and manual selection
 */
export function comboBox({id, label, onType, onChoose}: ComboBoxOptions): {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly show: (options: readonly ComboOption[]) => void;
} {
  const input = html<HTMLInputElement>`<input
    id=${id}
    type="text"
    role="combobox"
    autocomplete="off"
    autocapitalize="none"
    spellcheck="false"
    aria-autocomplete="list"
    aria-expanded="false"
    aria-controls=${`${id}-list`}
  />`;
  const list = html<HTMLUListElement>`<ul id=${`${id}-list`} role="listbox" aria-label="Songs found" hidden></ul>`;
  let options: readonly ComboOption[] = [];
  let active = -1;

  function show(next: readonly ComboOption[]): void {
    options = next;
    list.replaceChildren(
      ...options.map(({shown}, i) => html`<li role="option" id=${`${id}-${i}`} aria-selected="false">${shown}</li>`)
    );
    activate(-1);
    open(options.length > 0);
  }
  function open(isOpen: boolean): void {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) activate(-1);
  }
  function activate(next: number): void {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = next;
    const chosen = list.children[active];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView?.({block: "nearest"});
    input.setAttribute("aria-activedescendant", chosen.id);
  }
  function choose(i: number): void {
    open(false);
    onChoose(options[i].value);
  }

  /** Whether a key was meant for the list. */
  function press(key: string): boolean {
    const {length} = options;
    if (list.hidden) {
      if (key === "Escape") input.value = "";
      if (!["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(key)) return false;
      onType(input.value);
      return true;
    }
    switch (key) {
      case "ArrowDown":
        activate((active + 1) % length);
        return true;
      case "ArrowUp":
        activate((Math.max(active, 0) + length - 1) % length);
        return true;
      case "Home":
      case "End":
        if (active < 0) return false; // the cursor's, as long as it is in the box
        activate(key === "Home" ? 0 : length - 1);
        return true;
      case "Enter":
        choose(Math.max(active, 0));
        return true;
      case "Escape":
        open(false);
        return true;
      default:
        return false;
    }
  }

  input.addEventListener("input", () => onType(input.value));
  input.addEventListener("keydown", (event) => {
    if (!event.isComposing && press(event.key)) event.preventDefault();
  });
  input.addEventListener("blur", () => open(false));
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", ({target}) => {
    const clicked = [...list.children].findIndex((option) => option.contains(target as Node));
    if (clicked >= 0) choose(clicked);
  });
  return {element: html`<div class="combo-box"><label for=${id}>${label}</label>${input}${list}</div>`, input, show};
}

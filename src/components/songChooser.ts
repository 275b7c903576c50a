import type {ExplainedSong} from "../lib/wire/ExplainData.js";
import {html} from "./html.js";

/** A list of songs that a box filters by title or artist. `set` shows a choice without telling it. */
export function songChooser(
  songs: readonly ExplainedSong[],
  onChoose: (song: number) => void
): {element: HTMLElement; set: (song: number) => void} {
  const search = html<HTMLInputElement>`<input
    type="search"
    id="song-search"
    placeholder="title or artist"
    style="width: 100%; min-height: 2.1rem; box-sizing: border-box"
  />`;
  const found = html<HTMLOutputElement>`<output for="song-search"></output>`;
  const list = html<HTMLSelectElement>`<select size="6" aria-label="Songs"></select>`;
  const options = songs.map(
    ({title, artist}, i) => html<HTMLOptionElement>`<option value=${String(i)}>${title} – ${artist}</option>`
  );
  const texts = songs.map(({title, artist}) => `${title} ${artist}`.toLowerCase());
  let chosen = -1;

  function filter(): void {
    const words = search.value.toLowerCase().split(/\s+/);
    const matches = options.filter((_, i) => words.every((word) => texts[i].includes(word)));
    list.replaceChildren(...matches);
    mark();
    found.value = `${matches.length.toLocaleString("en")} of ${songs.length.toLocaleString("en")}`;
  }
  function mark(): void {
    list.value = String(chosen);
    list.selectedOptions[0]?.scrollIntoView?.({block: "nearest"});
  }

  search.addEventListener("input", filter);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || list.options.length === 0) return;
    event.preventDefault();
    list.selectedIndex = 0;
    onChoose(Number(list.value));
  });
  list.addEventListener("input", () => onChoose(Number(list.value)));
  filter();
  return {
    element: html`<div class="slider-row">
      <label for="song-search"><span>Find a song</span>${found}</label>${search}${list}
    </div>`,
    set(song) {
      chosen = song;
      if (!list.contains(options[song])) {
        search.value = "";
        filter();
      } else mark();
    }
  };
}

import {formatPercent} from "../lib/format/formatPercent.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {html} from "./html.js";

/** A list of tracks to start from, with their real label and what the model says when it has not learned from them. */
export function songPicker(
  {controls, songs}: PredictData,
  start: (values: readonly (number | null)[]) => void
): HTMLElement {
  if (songs.length === 0) return html`<p>The study is too small for an exam, so there is no track to start from.</p>`;
  const select = html<HTMLSelectElement>`<select id="song">
    <option value="-1">The middle of the study</option>
    ${songs.map(({title, artist}, i) => html`<option value=${String(i)}>${title} – ${artist}</option>`)}
  </select>`;
  const note = html`<output for="song"></output>`;
  select.addEventListener("input", () => {
    const song = songs[Number(select.value)];
    note.textContent = song
      ? `a ${song.hit ? "hit" : "flop"}; ${formatPercent(song.p)} by a model that had not heard the artist`
      : "";
    start(song ? song.x : controls.map(({median}) => median));
  });
  return html`<div class="slider-row"><label for="song">Start from</label>${select}${note}</div>`;
}

import type {GenresData} from "../lib/wire/GenresData.js";
import {WAY_LABELS} from "../lib/wire/genreWords.js";
import {estimateCell} from "./estimateCell.js";
import {html} from "./html.js";

/** Ways to tell hits by genre: AUC over all pairs and within genres, in all genres and in the large ones. */
export function genreWaysTable({ways, large}: Pick<GenresData, "ways" | "large">): HTMLElement {
  const columns = ["All pairs", "Within genres", "Within large genres"];
  const rows = [...ways, ...large.filter(({way}) => ways.every((other) => other.way !== way))];
  return html`<div
    class="table-scroll sticky-column"
    tabindex="0"
    role="region"
    aria-label="Ways to tell hits by genre"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">AUC</th>
          ${columns.map((name) => html`<th scope="col" class="num">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(({way}) => {
          const all = ways.find((one) => one.way === way);
          return html`<tr>
            <th scope="row">${WAY_LABELS[way]}</th>
            ${estimateCell(all?.all ?? null)} ${estimateCell(all?.within ?? null)}
            ${estimateCell(large.find((one) => one.way === way)?.within ?? null)}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

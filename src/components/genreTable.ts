import {featureNamed} from "../lib/features/featureNamed.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {GenreDriver, GenreResult} from "../lib/wire/GenresData.js";
import {isExamined, isUnclear} from "../lib/wire/genreWords.js";
import {button} from "./button.js";
import {csvBlob, save} from "./chartTools.js";
import type {TableData} from "./dataTable.js";
import {differenceCell} from "./differenceCell.js";
import {estimateCell} from "./estimateCell.js";
import {html} from "./html.js";

/** Every genre with its size, how its hits are told and what goes with them most, and the same as CSV with all slopes. */
export function genreTable(drivers: readonly GenreDriver[], genres: readonly GenreResult[]): HTMLElement {
  const columns = ["Tracks", "Hits", "AUC", "Gain over one model", "Own model"];
  return html`<div>
    <div class="table-scroll sticky-column genre-table" tabindex="0" role="region" aria-label="All genres">
      <table>
        <thead>
          <tr>
            <th scope="col">Genre</th>
            ${columns.map((name) => html`<th scope="col" class="num">${name}</th>`)}
            <th scope="col">Goes with hits most</th>
          </tr>
        </thead>
        <tbody>
          ${genres.map((genre) => rowOf(genre, drivers))}
        </tbody>
      </table>
    </div>
    <div class="chart-tools">${button("CSV", () => save(csvBlob(csvOf(drivers, genres)), "genres.csv"))}</div>
  </div>`;
}

function rowOf(genre: GenreResult, drivers: readonly GenreDriver[]): HTMLElement {
  const {name, tracks, hits, share, auc, gain, own} = genre;
  const measured = isExamined(genre)
    ? [estimateCell(auc.shared), differenceCell(gain), estimateCell(own)]
    : html`<td colspan="3">too few to examine</td>`;
  return html`<tr>
    <th scope="row">${name}${isUnclear(genre) ? html`<small> unpredictable</small>` : ""}</th>
    <td class="num">${tracks.toLocaleString("en")}</td>
    <td class="num">${hits.toLocaleString("en")}<small>${formatPercent(share.value)}</small></td>
    ${measured}
    <td>${strongest(genre, drivers)}</td>
  </tr>`;
}

/** The feature with the steepest slope whose interval leaves out 0. */
function strongest({slopes}: GenreResult, drivers: readonly GenreDriver[]): string {
  const clear = [...slopes.keys()].filter((j) => slopes[j].low > 0 || slopes[j].high < 0);
  if (clear.length === 0) return "–";
  const top = clear.reduce((a, b) => (Math.abs(slopes[b].value) > Math.abs(slopes[a].value) ? b : a));
  return `${slopes[top].value > 0 ? "more" : "less"} ${featureNamed(drivers[top].feature).label.toLowerCase()}`;
}

function csvOf(drivers: readonly GenreDriver[], genres: readonly GenreResult[]): TableData {
  const ends = (name: string) => [name, `${name} low`, `${name} high`];
  return {
    columns: [
      ...["genre", "tracks", "hits", "artists", "examined"],
      ...["AUC shared", "AUC one model", "AUC told the genre", "AUC own model", "gain over one model"].flatMap(ends),
      ...drivers.flatMap(({feature}) => ends(`slope ${feature}`))
    ],
    rows: genres.map(({name, tracks, hits, artists, examined, auc, own, gain, slopes}) => [
      ...[name, tracks, hits, artists, examined ? "yes" : "no"],
      ...[auc.shared, auc.blind, auc.known, own, gain ?? {value: null, low: null, high: null}, ...slopes].flatMap(
        ({value, low, high}) => [value, low, high]
      )
    ])
  };
}

import {formatMeasure} from "../lib/format/formatMeasure.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {GenreResult, GenresData} from "../lib/wire/GenresData.js";
import {driverWords, isExamined, wayWords} from "../lib/wire/genreWords.js";
import {choices} from "./choices.js";
import {factList} from "./factList.js";
import {genreAucChart} from "./genreAucChart.js";
import {genreGuide} from "./genreGuide.js";
import {genreSlopesChart} from "./genreSlopesChart.js";
import {chosenGenre, genreState, type GenreState} from "./genreState.js";
import {genreTable} from "./genreTable.js";
import {genreWaysTable} from "./genreWaysTable.js";
import {html} from "./html.js";
import {redrawn} from "./redrawn.js";

const VIEWS = [
  ["ends", "Best and worst"],
  ["unclear", "Unpredictable"],
  ["all", "All"]
] as const;

/** Every figure of the page of genres; the genre chosen is kept in the address. How to get tracks, where none tell genres. */
export function genrePanel(data: GenresData): HTMLElement | null {
  const {study, drivers, genres, alike} = data;
  if (!study) return genreGuide();
  if (genres.length === 0) return null;
  const state = genreState(data);
  const slopes = () => genreSlopesChart(drivers, genres, chosenGenre(genres, state));
  return html`<div>
    ${genres.some(isExamined) && ranking(data, state)}
    <h2>${driverWords(data)}</h2>
    <p>
      A slope is what goes with hits at the same values of all other features, in a model whose slopes each genre has of
      its own, drawn to the mean of all as far as its tracks tell little. Nothing here says what would happen to a song
      that was changed.
    </p>
    ${genreSelect(genres, state)} ${redrawn(state, ["genre"], () => factList(factsOf(chosenGenre(genres, state))))}
    ${drivers.length > 0 && redrawn(state, ["genre"], slopes)}
    <p class="caveat">
      Tracks of a genre by one artist are alike beyond their sound (correlation ${formatMeasure(alike)}), so an artist’s
      tenth track counts for less than the first. Keys and beats a bar have no slope.
    </p>
    <h2>Every genre</h2>
    ${genreTable(drivers, genres)}
  </div>`;
}

function ranking(data: GenresData, state: GenreState): HTMLElement {
  const {genres, rules} = data;
  const few = genres.filter((genre) => !isExamined(genre)).length;
  return html`<div>
    ${choices("Genres", VIEWS, {value: state.now.show, onChange: (show) => state.set({show})})}
    ${redrawn(state, ["show", "genre"], () => genreAucChart(genres, state.now.show, state.now.genre))}
    ${few > 0 && html`<p>${few} ${few === 1 ? "genre has" : "genres have"} too few to examine: fewer than ${rules.fewestOfEach} hits or flops, or fewer than ${rules.fewestArtists} artists with either. ${few === 1 ? "It is" : "They are"} in the table below.</p>`}
    <h2>What borrowing strength is worth</h2>
    <p>${wayWords(data)}</p>
    ${genreWaysTable(data)}
    <p class="caveat">
      Within genres, pairs are of one genre and judged by the models of one fold: what is left when genres’ shares of hits
      are no help. A large genre has ${rules.largeOfEach} hits and as many flops; only there a model of its own is tried.
    </p>
  </div>`; // prettier-ignore
}

function genreSelect(genres: readonly GenreResult[], state: GenreState): HTMLElement {
  const names = genres.map(({name}) => name).sort((a, b) => a.localeCompare(b, "en"));
  const select = html<HTMLSelectElement>`<select id="genre">
    ${names.map((name) => html`<option value=${name}>${name}</option>`)}
  </select>`;
  select.value = state.now.genre;
  select.addEventListener("input", () => state.set({genre: select.value}));
  return html`<p class="genre-select"><label for="genre">Genre</label> ${select}</p>`;
}

function factsOf({tracks, hits, artists, share, auc, gain}: GenreResult): [string, string][] {
  const range = (low: number, high: number) => `95 % interval ${formatMeasure(low)} to ${formatMeasure(high)}`;
  const {value, low, high} = auc.shared;
  return [
    [tracks.toLocaleString("en"), `tracks by ${artists.toLocaleString("en")} artists`],
    [formatPercent(share.value), `hits, ${hits.toLocaleString("en")} tracks`],
    value === null ? ["–", "too few to examine"] : [formatMeasure(value), `AUC within the genre, ${range(low, high)}`],
    ...(gain ? [[formatMeasure(gain.value, {signed: true}), `over one model for all genres, ${formatMeasure(gain.low, {signed: true})} to ${formatMeasure(gain.high, {signed: true})}`] as [string, string]] : []) // prettier-ignore
  ];
}

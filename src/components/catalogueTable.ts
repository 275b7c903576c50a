import {shiftPrior} from "../lib/calibration/shiftPrior.js";
import type {SongOrder} from "../lib/catalogue/songTable.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatShare} from "../lib/format/formatShare.js";
import {wordOf} from "../lib/insights/featureWords.js";
import {button} from "./button.js";
import type {ShownCatalogue} from "./catalogueResults.js";
import type {SongPage, SongRow} from "./catalogueWorker.js";
import {html} from "./html.js";

const ROWS = 25;

interface Column {
  readonly sort: string;
  readonly label: string;
  readonly numeric?: boolean;
  readonly cell: (row: SongRow) => string;
}

/** The songs, a page of rows at a time: sorted by any column, filtered by a word; the worker keeps them all. */
export function catalogueTable({data, map, client, scored}: ShownCatalogue): {
  readonly element: HTMLElement;
  readonly setBaseRate: (baseRate: number) => void;
  readonly refresh: () => void; // asks for the same rows again
} {
  let order: SongOrder = {sort: "p", descending: true, filter: ""};
  let from = 0;
  let baseRate = data.hitShare;
  let page: SongPage = {songs: scored.p.length, rows: []};
  let asked = 0;
  let feature = data.features[data.features.length - 1].name; // the decade, where the model knows one

  const columns = (): Column[] => [
    {sort: "line", label: "Line", numeric: true, cell: ({line}) => line.toLocaleString("en")},
    ...(["title", "artist", "id"] as const)
      .filter((kind) => map[kind] !== null)
      .map((kind) => ({
        sort: kind,
        label: {title: "Title", artist: "Artist", id: "Id"}[kind],
        cell: (row: SongRow) => row[kind]
      })),
    {
      sort: "p",
      label: "Probability",
      numeric: true,
      cell: ({p}) => formatShare(shiftPrior(p, data.hitShare, baseRate))
    },
    {
      sort: feature,
      label: featureNamed(feature).label,
      numeric: true,
      cell: ({value}) => formatFeature(featureNamed(feature), value)
    }
  ];
  const head = html<HTMLTableRowElement>`<tr></tr>`;
  const body = html<HTMLTableSectionElement>`<tbody></tbody>`;
  const where = html`<p role="status"></p>`;
  const previous = button("Previous", () => turn(from - ROWS));
  const next = button("Next", () => turn(from + ROWS));
  const filter = html<HTMLInputElement>`<input type="search" autocomplete="off" />`;
  const chooser = html<HTMLSelectElement>`<select aria-label="Also show">
    ${data.features.map(({name}) => html`<option value=${name}>${featureNamed(name).label}</option>`)}
  </select>`;
  chooser.value = feature;
  filter.addEventListener("input", () => reorder({filter: filter.value}));
  chooser.addEventListener("change", () => {
    const sorted = order.sort === feature;
    feature = chooser.value;
    reorder({sort: sorted ? feature : order.sort});
  });

  function reorder(part: Partial<SongOrder>): void {
    order = {...order, ...part};
    turn(0);
  }
  function turn(to: number): void {
    from = to;
    void ask();
  }
  async function ask(): Promise<void> {
    const mine = ++asked;
    try {
      const answer = await client.ask({ask: "page", order, shown: feature, from, count: ROWS});
      if (mine !== asked) return;
      page = answer;
      show();
    } catch (error) {
      where.textContent = `The rows could not be shown: ${(error as Error).message}`;
    }
  }
  function show(): void {
    const shown = columns();
    const isExplained = page.rows.some(({reasons}) => reasons !== null);
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.sort : undefined;
    head.replaceChildren(
      ...shown.map((column) => header(column)),
      ...(isExplained ? [html`<th scope="col">Strongest reasons, log-odds</th>`] : [])
    );
    if (focused !== undefined) head.querySelector<HTMLElement>(`[data-sort="${focused}"]`)?.focus();
    body.replaceChildren(
      ...page.rows.map(
        (row) =>
          html`<tr>
            ${shown.map(({numeric, cell}) => html`<td class=${numeric ? "num" : null}>${cell(row)}</td>`)}
            ${row.reasons && html`<td>${row.reasons.map(({name, phi}) => `${wordOf(name)} ${signed(phi)}`).join(", ")}</td>`}
          </tr>`
      )
    );
    const last = Math.min(from + ROWS, page.songs);
    where.textContent =
      page.songs === 0
        ? "No song matches."
        : `${(from + 1).toLocaleString("en")} to ${last.toLocaleString("en")} of ${page.songs.toLocaleString("en")}`;
    previous.disabled = from === 0;
    next.disabled = last >= page.songs;
  }
  function header({sort, label, numeric}: Column): HTMLElement {
    const isSorted = order.sort === sort;
    const descending = isSorted ? !order.descending : numeric === true && sort !== "line";
    const sorter = button(label, () => reorder({sort, descending}));
    sorter.dataset.sort = sort;
    const state = isSorted ? (order.descending ? "descending" : "ascending") : "none";
    return html`<th scope="col" class=${numeric ? "num" : null} aria-sort=${state}>${sorter}</th>`;
  }

  void ask();
  const element = html`<div class="catalogue-table">
    <div class="choices">
      <label><span>Find a title, artist or id</span>${filter}</label>
      <label><span>Also show</span>${chooser}</label>
    </div>
    <div class="table-scroll" tabindex="0" role="region" aria-label="Songs, sorted and scored">
      <table>
        <thead>
          ${head}
        </thead>
        ${body}
      </table>
    </div>
    <div class="choices">${previous}${next}</div>
    ${where}
  </div>`;
  return {
    element,
    setBaseRate(rate) {
      if (rate === baseRate) return;
      baseRate = rate;
      show();
    },
    refresh: () => void ask()
  };
}

const signed = (phi: number) => `${phi < 0 ? "−" : "+"}${Math.abs(phi).toFixed(2)}`;

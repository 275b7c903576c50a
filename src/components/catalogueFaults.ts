import type {RowFault} from "../lib/catalogue/songReader.js";
import {button} from "./button.js";
import type {ScoredCatalogue} from "./catalogueWorker.js";
import {csvBlob, save} from "./chartTools.js";
import {dataTable, type TableData} from "./dataTable.js";
import {html} from "./html.js";

const SHOWN = 100;

/** Which rows were left out and why: the first hundred in a table, all of them in a file. */
export function catalogueFaults({p, faults}: ScoredCatalogue, file: string): HTMLElement {
  const total = (p.length + faults.length).toLocaleString("en");
  if (faults.length === 0) return html`<p data-role="faults">All ${total} rows could be read; none was left out.</p>`;
  const left = faults.length.toLocaleString("en");
  return html`<section data-role="faults" aria-label="Rows left out">
    <h2>${left} of ${total} rows ${faults.length === 1 ? "was" : "were"} left out</h2>
    <p>The first thing at fault in each of them${faults.length > SHOWN ? `, for the first ${SHOWN}` : ""}:</p>
    <div class="table-scroll catalogue-scroll" tabindex="0" role="group" aria-label="Rows left out, as a table">
      ${dataTable(tableOf(faults.slice(0, SHOWN)))}
    </div>
    <div class="chart-tools">
      ${button("Download all as CSV", () => save(csvBlob(tableOf(faults)), `${file.replace(/\.[^.]*$/, "")}-left-out.csv`))}
    </div>
  </section>`;
}

const tableOf = (faults: readonly RowFault[]): TableData => ({
  columns: ["Line", "Column", "Expected", "Came"],
  rows: faults.map(({line, column, expected, got}) => [line, column || "the whole row", expected, got])
});

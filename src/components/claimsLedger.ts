import {formatNumber} from "../lib/insights/formatNumber.js";
import type {InsightsData} from "../lib/wire/InsightsData.js";
import {button} from "./button.js";
import {csvBlob, save} from "./chartTools.js";
import {dataTable, type TableData} from "./dataTable.js";
import {html} from "./html.js";

/** Every number of the findings, with the stage that computed it and the hash of the data, as a table and a CSV. */
export function claimsLedger(insights: InsightsData): HTMLElement {
  const table = ledgerTable(insights);
  return html`<div>
    <p>${button("CSV", () => save(csvBlob(table), "claims-ledger.csv"))}</p>
    <div class="table-scroll" tabindex="0" role="region" aria-label="Claims ledger">${dataTable(table)}</div>
  </div>`;
}

function ledgerTable({hash, answer, findings}: InsightsData): TableData {
  const exact = (value: number | null) => (value === null ? "" : String(value));
  return {
    columns: ["Finding", "Number", "As written", "Value", "Low", "High", "Stage", "Data"],
    rows: [{id: "answer", numbers: answer.numbers}, ...findings].flatMap(({id, numbers}) =>
      numbers.map(({what, value, low, high, format, stage}) => {
        const written = formatNumber(format, value);
        return [id, what, written, exact(value), exact(low), exact(high), stage, hash];
      })
    )
  };
}

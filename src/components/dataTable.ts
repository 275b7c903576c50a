import {html} from "./html.js";

export type Cell = string | number | null;

/** A small table: what a chart shows, or what stands for itself. */
export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** An HTML table of a chart's data; numbers are set right and with at most four significant digits. */
export function dataTable({columns, rows}: TableData): HTMLTableElement {
  const numeric = columns.map((_, j) => rows.length > 0 && rows.every((row) => typeof row[j] !== "string"));
  return html<HTMLTableElement>`<table>
    <thead>
      <tr>
        ${columns.map((name, j) => html`<th scope="col" class=${numeric[j] ? "num" : ""}>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, j) => html`<td class=${numeric[j] ? "num" : ""}>${show(cell)}</td>`)}
          </tr>`
      )}
    </tbody>
  </table>`;
}

function show(cell: Cell): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  return Number.isInteger(cell) ? cell.toLocaleString("en") : String(Number(cell.toPrecision(4)));
}

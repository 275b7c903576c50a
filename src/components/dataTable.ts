export type Cell = string | number | null;

/** A small table: what a chart shows, or what stands for itself. */
export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** An HTML table of a chart's data; numbers are set right and with at most four significant digits. */
export function dataTable({columns, rows}: TableData): HTMLTableElement {
  const numeric = columns.map((_, j) => rows.length > 0 && rows.every((row) => typeof row[j] !== "string"));
  const table = document.createElement("table"); // by hand: a heat map has ten thousand cells
  const head = table.createTHead().insertRow();
  columns.forEach((name, j) => {
    const cell = document.createElement("th");
    cell.scope = "col";
    fill(cell, name, numeric[j]);
    head.append(cell);
  });
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    row.forEach((cell, j) => fill(line.insertCell(), show(cell), numeric[j]));
  }
  return table;
}

function fill(cell: HTMLTableCellElement, text: string, isNumber: boolean): void {
  cell.textContent = text;
  if (isNumber) cell.className = "num";
}

function show(cell: Cell): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  return Number.isInteger(cell) ? cell.toLocaleString("en") : String(Number(cell.toPrecision(4)));
}

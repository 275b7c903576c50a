import type {ExploreData} from "../lib/wire/ExploreData.js";
import {dataTable} from "./dataTable.js";
import {html} from "./html.js";

/** Rows that were read and not used, by reason. */
export function droppedList({dropped, tracks}: Pick<ExploreData, "dropped" | "tracks">): HTMLElement {
  const reasons = Object.entries(dropped).filter(([, rows]) => rows > 0);
  if (reasons.length === 0) return html`<p>Nothing: all ${tracks.toLocaleString("en")} rows are used.</p>`;
  return html`<div>
    <p>
      ${reasons.reduce((sum, [, rows]) => sum + rows, 0).toLocaleString("en")} rows were read and left out;
      ${tracks.toLocaleString("en")} tracks remain.
    </p>
    ${dataTable({columns: ["Reason", "Rows"], rows: reasons})}
  </div>`;
}

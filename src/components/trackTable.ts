import type {SampleTrack} from "../lib/wire/ExploreData.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {csvBlob, save} from "./chartTools.js";
import {button} from "./button.js";
import {choices} from "./choices.js";
import {dataTable, type TableData} from "./dataTable.js";
import {html} from "./html.js";

const ORDERS = {
  surprising: {label: "Most surprising", score: ({hit, p}: SampleTrack) => (hit ? 1 - p : p)},
  expected: {label: "Most typical", score: ({hit, p}: SampleTrack) => (hit ? p : 1 - p)},
  doubtful: {label: "Toss-ups", score: ({p}: SampleTrack) => -Math.abs(p - 0.5)}
};

type Order = keyof typeof ORDERS;

/** Example tracks with their label and what the boosted model says of them, which learned from other artists. */
export function trackTable(samples: readonly SampleTrack[], {shown = 20}: {shown?: number} = {}): HTMLElement {
  const place = html`<div class="table-scroll" tabindex="0" role="region" aria-label="Example tracks"></div>`;
  let table: TableData;
  const show = (order: Order) => {
    const {score} = ORDERS[order];
    table = tableOf([...samples].sort((a, b) => score(b) - score(a)).slice(0, shown));
    place.replaceChildren(dataTable(table));
  };
  show("surprising");
  const orders = Object.entries(ORDERS).map(([id, {label}]) => [id as Order, label] as const);
  return html`<div>
    ${choices("Show", orders, {value: "surprising", onChange: show})} ${place}
    <div class="chart-tools">${button("CSV", () => save(csvBlob(table), "tracks.csv"))}</div>
  </div>`;
}

function tableOf(samples: readonly SampleTrack[]): TableData {
  const isDated = samples.some(({decade}) => decade !== null);
  return {
    columns: ["Title", "Artist", ...(isDated ? ["Decade"] : []), "Label", "Hit probability"],
    rows: samples.map(({title, artist, decade, hit, p}) => [
      title,
      artist,
      ...(isDated ? [decade === null ? null : `${decade}s`] : []),
      hit ? "hit" : "flop",
      formatPercent(p)
    ])
  };
}

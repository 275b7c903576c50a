import {describeDrawing} from "./describeDrawing.js";
import {html} from "./html.js";
import {chartTools} from "./chartTools.js";
import {dataTable, type TableData} from "./dataTable.js";
import {keyboardPointer} from "./keyboardPointer.js";

export interface ChartOptions {
  readonly title: string; // the finding, not the chart's name
  readonly summary: string; // one sentence: what is drawn and what it shows
  readonly table: TableData; // what a screen reader walks and what the CSV holds
  readonly draw: (width: number) => SVGSVGElement | HTMLElement; // called again when the width changes
  readonly heightPx: number; // reserved before anything is drawn
  readonly minWidthPx?: number; // below it the drawing scrolls inside its frame
}

/** A chart with its finding as title, a summary, and its data as a table, CSV, SVG and PNG. */
export function chart({title, summary, table, draw, heightPx, minWidthPx = 240}: ChartOptions): HTMLElement {
  const area = html`<div class="plot-area" style=${{"--reserved-height": `${heightPx}px`, overflowX: "auto"}}></div>`;
  const details = html<HTMLDetailsElement>`<details>
    <summary>Data and downloads</summary>
  </details>`;
  details.addEventListener(
    "toggle",
    () =>
      details.append(
        chartTools({title, table, area}),
        html`<div class="table-scroll" tabindex="0" role="region" aria-label=${`Data: ${title}`}>
          ${dataTable(table)}
        </div>`
      ),
    {once: true}
  );
  const figure = html`<figure class="chart">
    <figcaption><strong>${title}</strong> ${summary}</figcaption>
    ${area} ${details}
  </figure>`;
  let drawnWidth = 0;
  const redraw = (available: number) => {
    const width = Math.max(Math.floor(available), minWidthPx);
    if (width === drawnWidth) return;
    drawnWidth = width;
    const drawing = draw(width);
    for (const svg of drawing instanceof SVGSVGElement ? [drawing] : drawing.querySelectorAll("svg")) {
      describeDrawing(svg, `${title}. ${summary}`);
      keyboardPointer(svg);
    }
    area.replaceChildren(drawing);
  };
  new ResizeObserver(([entry]) => entry.contentRect.width > 0 && redraw(entry.contentRect.width)).observe(area);
  return figure;
}

import {formatPercent} from "../lib/format/formatPercent.js";
import {sigmoid} from "../lib/sigmoid.js";
import {chartTools} from "./chartTools.js";
import {dataTable, type TableData} from "./dataTable.js";
import {describeDrawing} from "./describeDrawing.js";
import {html} from "./html.js";
import {waterfall, type WaterfallBar} from "./waterfall.js";

const MIN_WIDTH_PX = 280;

/** A waterfall that is redrawn as the song changes, with its sum in words and its numbers as a table. */
export function waterfallPanel(bars: number): {
  readonly element: HTMLElement;
  readonly show: (model: string, base: number, bars: readonly WaterfallBar[]) => void;
} {
  const title = html`<strong></strong>`;
  const caption = html`<span></span>`;
  const area = html`<div class="plot-area" style=${{"--reserved-height": `${64 + bars * 23}px`}}></div>`;
  const tablePlace = html`<div class="table-scroll"></div>`;
  const toolPlace = html`<div></div>`;
  const details = html<HTMLDetailsElement>`<details>
    <summary>Data and downloads</summary>
    ${toolPlace}${tablePlace}
  </details>`;
  const element = html`<figure class="chart">
    <figcaption>${title} ${caption}</figcaption>
    ${area}${details}
  </figure>`;
  let widthPx = 0;
  let redraw: () => void = () => undefined;

  new ResizeObserver(([entry]) => {
    widthPx = Math.max(MIN_WIDTH_PX, Math.floor(entry.contentRect.width));
    redraw();
  }).observe(area);
  details.addEventListener("toggle", () => redraw());

  return {
    element,
    show(model, base, bars) {
      const margin = bars.reduce((sum, {phi}) => sum + phi, base);
      redraw = () => {
        if (widthPx === 0) return;
        const [strongest] = [...bars].sort((a, b) => Math.abs(b.phi) - Math.abs(a.phi));
        title.textContent = `${strongest.label} (${strongest.value}) ${strongest.phi >= 0 ? "raises" : "lowers"} the prediction most`;
        caption.textContent =
          `Exact SHAP values, ${model.toLowerCase()}: from the average, ${formatPercent(sigmoid(base))}, each feature moves the ` +
          `margin up (warm) or down (cool) to ${margin.toFixed(2)}, which is ${formatPercent(sigmoid(margin))}.`;
        element.dataset.base = String(base);
        element.dataset.margin = String(margin);
        const drawing = waterfall(base, bars, {width: widthPx});
        describeDrawing(drawing, `${title.textContent}. ${caption.textContent}`);
        area.replaceChildren(drawing);
        if (details.open) showTable(tableOf(base, bars, margin));
      };
      redraw();
    }
  };

  function showTable(table: TableData): void {
    tablePlace.replaceChildren(dataTable(table));
    toolPlace.replaceChildren(chartTools({title: "waterfall", table, drawing: () => area.querySelector("svg")}));
  }
}

function tableOf(base: number, bars: readonly WaterfallBar[], margin: number): TableData {
  return {
    columns: ["Feature", "Value", "SHAP value (log-odds)"],
    rows: [
      ["Base value", "", base],
      ...bars.map(({label, value, phi}) => [label, value, phi] as const),
      ["Margin", "", margin]
    ]
  };
}

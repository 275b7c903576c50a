import {formatPercent} from "../lib/format/formatPercent.js";
import {sigmoid} from "../lib/sigmoid.js";
import {chartTools} from "./chartTools.js";
import {dataTable, type TableData} from "./dataTable.js";
import {describeDrawing} from "./describeDrawing.js";
import {html} from "./html.js";
import {waterfall, waterfallHeight, type WaterfallBar} from "./waterfall.js";
import type {Space} from "../lib/wire/ExplainData.js";

const MIN_WIDTH_PX = 280;

export interface WaterfallAbout {
  readonly space?: Space; // log-odds unless told
  readonly spread?: keyof typeof SPREADS | null; // where the errors of the bars come from
  readonly between?: readonly [from: string, to: string]; // what two predictions are of, where the bars lead from one to the other
}

const SPREADS = {
  refits: "Thin lines are 95 % intervals over models fitted anew to resampled artists",
  estimates: "Thin lines are 95 % intervals of the estimates"
};

/** A waterfall that is redrawn as the song changes, with its sum in words and its numbers as a table. */
export function waterfallPanel(bars: number): {
  readonly element: HTMLElement;
  readonly show: (model: string, base: number, bars: readonly WaterfallBar[], about?: WaterfallAbout) => void;
} {
  const title = html`<strong></strong>`;
  const caption = html`<span></span>`;
  const area = html`<div class="plot-area" style=${{"--reserved-height": `${waterfallHeight(bars)}px`}}></div>`;
  const tablePlace = html`<div class="table-scroll" tabindex="0" role="group" aria-label="Data"></div>`;
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
    show(model, base, bars, {space = "log-odds", spread = null, between} = {}) {
      const end = endOf(base, bars);
      redraw = () => {
        if (widthPx === 0) return;
        title.textContent = titleOf(bars, between);
        caption.textContent = captionOf(model, base, bars, {space, spread, between});
        element.dataset.base = String(base);
        element.dataset.margin = String(end);
        const drawing = waterfall(base, bars, {width: widthPx, space, twoLines: between !== undefined});
        describeDrawing(drawing, `${title.textContent}. ${caption.textContent}`);
        area.replaceChildren(drawing);
        if (details.open) showTable(tableOf(base, bars, {space, between}));
      };
      redraw();
    }
  };

  function showTable(table: TableData): void {
    tablePlace.replaceChildren(dataTable(table));
    toolPlace.replaceChildren(chartTools({title: "waterfall", table, area}));
  }
}

type About = Required<Pick<WaterfallAbout, "space" | "spread">> & Pick<WaterfallAbout, "between">;

function titleOf(bars: readonly WaterfallBar[], between: WaterfallAbout["between"]): string {
  const strongest = bars.reduce((a, b) => (Math.abs(b.phi) > Math.abs(a.phi) ? b : a));
  const {label, value, phi} = strongest;
  if (between && phi === 0) return `No feature tells ${between[1]} from ${between[0]}`;
  return between
    ? `${label} (${value}) sets ${between[1]} ${phi >= 0 ? "above" : "below"} ${between[0]} most`
    : `${label} (${value}) ${phi >= 0 ? "raises" : "lowers"} the prediction most`;
}

function captionOf(
  model: string,
  base: number,
  bars: readonly WaterfallBar[],
  {space, spread, between}: About
): string {
  const end = endOf(base, bars);
  const [what, from, to] =
    space === "log-odds"
      ? ["margin", sigmoid(base), `${end.toFixed(2).replace("-", "−")}, which is ${formatPercent(sigmoid(end))}`]
      : ["probability", base, formatPercent(end)];
  const faint = bars.some(({unstable}) => unstable) ? "; faint bars have the other sign in some of those" : "";
  const values = `${spread === "estimates" ? "Estimated" : "Exact"} SHAP values, ${model.toLowerCase()}`;
  if (between)
    return (
      `${values}, those of ${between[1]} less those of ${between[0]}: from ${between[0]}, ${formatPercent(from)}, ` +
      `each feature moves the ${what} up (warm) or down (cool) to ${between[1]}, ${to}.`
    );
  return (
    `${values}: from the average, ${formatPercent(from)}, each feature moves the ${what} up (warm) or down (cool) to ${to}.` +
    (spread ? ` ${SPREADS[spread]}${faint}.` : "")
  );
}

function tableOf(
  base: number,
  bars: readonly WaterfallBar[],
  {space, between}: Pick<About, "space" | "between">
): TableData {
  const [unit, name, end] = space === "log-odds" ? [1, "log-odds", "Margin"] : [100, "points", "Probability"];
  const [first, last] = between ?? ["Base value", end];
  const rows = [
    [first, "", base * unit, null],
    ...bars.map(({label, value, phi, error}) => [label, value, phi * unit, error === undefined ? null : error * unit]),
    [last, "", endOf(base, bars) * unit, null]
  ];
  const columns = ["Feature", "Value", `${between ? "Difference of SHAP values" : "SHAP value"} (${name})`, "± (95 %)"];
  const shown = bars.some(({error}) => error !== undefined) ? 4 : 3;
  return {columns: columns.slice(0, shown), rows: rows.map((row) => row.slice(0, shown))};
}

const endOf = (base: number, bars: readonly WaterfallBar[]) => bars.reduce((sum, {phi}) => sum + phi, base);

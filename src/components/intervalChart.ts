import {chart} from "./chart.js";
import type {TableData} from "./dataTable.js";
import {intervalPlot, intervalPlotHeight, type IntervalRow} from "./intervalPlot.js";

const WIDEST = 760; // px: longer bars would not be read more exactly

export interface IntervalChartOptions {
  readonly title: string;
  readonly summary: string;
  /** What the rows are, the head of the table's first column; or a table that says more than the chart. */
  readonly table: string | TableData;
  /** The axis and the table's second column. */
  readonly x: string;
  readonly format: (value: number) => string;
  readonly reference?: number;
}

/** Measures with their 95 % intervals, one below the other, as a captioned chart with its table. */
export function intervalChart(
  rows: readonly IntervalRow[],
  {title, summary, table, ...axis}: IntervalChartOptions
): HTMLElement {
  return chart({
    title,
    summary,
    table:
      typeof table === "string"
        ? {
            columns: [table, axis.x, "Low", "High"],
            rows: rows.map(({label, estimate: {value, low, high}}) => [label, value, low, high])
          }
        : table,
    heightPx: intervalPlotHeight(rows.length),
    draw: (width) => intervalPlot(rows, {...axis, width: Math.min(width, WIDEST)})
  });
}

import {formatNumber} from "../lib/insights/formatNumber.js";
import {saidText} from "../lib/insights/saidText.js";
import type {InsightChart, LedgerNumber} from "../lib/wire/InsightsData.js";
import {decadeLines} from "./decadeLines.js";
import {intervalChart} from "./intervalChart.js";

/** The chart of a finding: rows with intervals, or lines over the decades. */
export function insightChart(insight: InsightChart, numbers: readonly LedgerNumber[]): HTMLElement {
  const {axis, rows, lines, reference} = insight;
  const title = saidText(insight.title, numbers);
  const summary = saidText(insight.summary, numbers);
  const format = (value: number) => formatNumber(insight.format, value);
  if (lines.length > 0) return decadeLines(lines, {title, summary, axis, format, reference});
  return intervalChart(
    rows.map(({label, ...estimate}) => ({label: saidText(label, numbers), estimate})),
    {title, summary, table: "What", x: axis, format, reference: reference ?? undefined}
  );
}

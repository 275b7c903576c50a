import {formatMeasure} from "../lib/format/formatMeasure.js";
import type {InstrumentalnessResult} from "../lib/wire/ModelsData.js";
import {chart} from "./chart.js";
import {intervalPlot, intervalPlotHeight} from "./intervalPlot.js";

/** AUC of the boosted trees with instrumentalness, without it, and on tracks with a voice. */
export function instrumentalnessChart(result: InstrumentalnessResult): HTMLElement {
  const rows = [
    {label: "All tracks, with it", estimate: result.with.auc, strong: true},
    {label: "All tracks, without it", estimate: result.without.auc},
    {label: "Vocal tracks, with it", estimate: result.vocalWith.auc},
    {label: "Vocal tracks only", estimate: result.vocalOnly.auc}
  ];
  const {loss} = result;
  return chart({
    title:
      loss === null
        ? "What instrumentalness is worth cannot be said here"
        : `Without instrumentalness the AUC falls by ${formatMeasure(Math.max(0, -loss.value))}`,
    summary:
      "AUC of boosted trees in the exam with new artists, with 95 % intervals. “Vocal tracks only”: fitted to and examined " +
      "on tracks that are not instrumental.",
    table: {
      columns: ["Tracks and features", "AUC", "Low", "High"],
      rows: rows.map(({label, estimate: {value, low, high}}) => [label, value, low, high])
    },
    heightPx: intervalPlotHeight(rows.length),
    draw: (width) => intervalPlot(rows, {width: Math.min(width, 760), x: "AUC", format: formatMeasure})
  });
}

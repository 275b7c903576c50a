import {formatMeasure} from "../lib/format/formatMeasure.js";
import type {InstrumentalnessResult} from "../lib/wire/ModelsData.js";
import {intervalChart} from "./intervalChart.js";

/** AUC of the boosted trees with instrumentalness, without it, and on tracks with a voice. */
export function instrumentalnessChart(result: InstrumentalnessResult): HTMLElement {
  const rows = [
    {label: "All tracks, with it", estimate: result.with.auc, strong: true},
    {label: "All tracks, without it", estimate: result.without.auc},
    {label: "Vocal tracks, with it", estimate: result.vocalWith.auc},
    {label: "Vocal tracks only", estimate: result.vocalOnly.auc}
  ];
  const {loss} = result;
  return intervalChart(rows, {
    title:
      loss === null
        ? "What instrumentalness is worth cannot be said here"
        : `Without instrumentalness the AUC falls by ${formatMeasure(Math.max(0, -loss.value))}`,
    summary:
      "AUC of boosted trees in the exam with new artists, with 95 % intervals. “Vocal tracks only”: fitted to and examined " +
      "on tracks that are not instrumental.",
    table: "Tracks and features",
    x: "AUC",
    format: formatMeasure
  });
}

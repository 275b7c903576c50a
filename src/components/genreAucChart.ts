import {formatMeasure} from "../lib/format/formatMeasure.js";
import type {GenreResult} from "../lib/wire/GenresData.js";
import {isExamined, isUnclear} from "../lib/wire/genreWords.js";
import type {GenreChoice} from "./genreState.js";
import {html} from "./html.js";
import {intervalChart} from "./intervalChart.js";

const EACH_END = 10; // genres shown at the top, and at the bottom

/**
 * The genres' AUCs with intervals, by falling AUC: those at the two ends, those that are unpredictable, or all.
 *
 * @param genres in the order of the page's data
 * @param chosen name of the genre to bring out, where it is among them
 */
export function genreAucChart(genres: readonly GenreResult[], show: GenreChoice["show"], chosen: string): HTMLElement {
  const examined = genres.filter(isExamined);
  const shown = examined.filter((genre, i) => {
    if (show === "unclear") return isUnclear(genre);
    return show === "all" || i < EACH_END || i >= examined.length - EACH_END;
  });
  if (shown.length === 0) return html`<p>No genre is unpredictable: every interval lies above one half.</p>`;
  const [best, worst] = [shown[0], shown[shown.length - 1]];
  const left = examined.length - shown.length;
  return intervalChart(
    shown.map(({name, auc}) => ({label: name, estimate: auc.shared, strong: name === chosen})),
    {
      title:
        best === worst
          ? `${best.name}: ${formatMeasure(best.auc.shared.value!)}`
          : `Hits are told best in ${best.name}, worst in ${worst.name}`,
      summary:
        "Share of pairs of a hit and a flop of one genre that its shared model ranks right, by artists it had not heard, with its 95 % interval. One half, dashed, is chance." +
        (left > 0 ? ` ${left} more ${left === 1 ? "genre is" : "genres are"} not drawn here.` : ""),
      table: {
        columns: ["Genre", "Tracks", "Hits", "AUC", "Low", "High"],
        rows: shown.map(({name, tracks, hits, auc: {shared}}) => [name, tracks, hits, shared.value, shared.low, shared.high]) // prettier-ignore
      },
      x: "AUC within the genre",
      format: formatMeasure,
      reference: 0.5
    }
  );
}

import type {ExploreData} from "../lib/wire/ExploreData.js";
import {decadeChart} from "./decadeChart.js";
import {html} from "./html.js";
import {trendChart} from "./trendChart.js";

/** How features and the share of hits went over the decades; a sentence where the study tells of none. */
export function decadeCharts({features, decades}: Pick<ExploreData, "features" | "decades">): HTMLElement {
  if (decades.length === 0) return html`<p>This study does not tell when its tracks came out.</p>`;
  return html`<div>${trendChart(features, {start: "loudness"})} ${decadeChart(decades)}</div>`;
}

import {formatPercent} from "../lib/format/formatPercent.js";
import {formatList} from "../lib/format/formatList.js";
import {formatShare} from "../lib/format/formatShare.js";
import {html} from "./html.js";
import {intervalChart} from "./intervalChart.js";
import type {Verdicts} from "./verdictChart.js";

/** Measured coverage of a model's verdicts against the promise, over all tracks and decade by decade. */
export function coverageChart({errorRate, coverage, byDecade, rows: tracks}: Verdicts): HTMLElement {
  if (coverage.value === null)
    return html`<p>No track could be judged by the errors on others, so the promise stays untested.</p>`;
  const promise = 1 - errorRate;
  const count = (n: number) => `${n.toLocaleString("en")} tracks`;
  const rows = [
    {label: "All", estimate: coverage, note: count(tracks), strong: true},
    ...byDecade.map(({decade, rows, coverage}) => ({label: `${decade}s`, estimate: coverage, note: count(rows)}))
  ];
  const broken = rows.slice(1).filter(({estimate: {high}}) => high !== null && high < promise);
  const kept = `${formatPercent(promise)} promised, ${formatShare(coverage.value)} measured`;
  return intervalChart(rows, {
    title: kept + (broken.length > 0 ? `, less in the ${formatList(broken.map(({label}) => label))}` : ""),
    summary:
      "Coverage: the share of tracks whose true label the verdict does not rule out, with its 95 % interval; the dashed " +
      `line is the promise. It holds over all tracks if new tracks are like those it was set on${byDecade.length > 0 ? ", and need not hold in each decade" : ""}.`,
    table: "Tracks",
    x: "Coverage",
    format: formatShare,
    reference: promise
  });
}

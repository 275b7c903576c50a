import {formatShare} from "../lib/format/formatShare.js";
import type {Hot100Data, Hot100Group} from "../lib/wire/Hot100Data.js";
import {groupLabel, hot100Words} from "../lib/wire/hot100Words.js";
import {html} from "./html.js";
import {intervalChart} from "./intervalChart.js";

/** Whether the model ranks number ones above one-week songs: words, and two charts where hits were found on the chart. */
export function hot100Panel(data: Hot100Data): HTMLElement {
  const {finding, details} = hot100Words(data);
  const ranking = "join" in data ? data.ranking : null;
  return html`<div>
    <p>${finding}</p>
    ${details.length > 0 && html`<p class="caveat">${details.join(" ")}</p>`}
    ${
      ranking &&
      ranking.peaks.length > 0 &&
      html`<div class="figures">${groupChart(ranking.peaks, "peak")} ${groupChart(ranking.weeks, "weeks")}</div>`
    }
  </div>`;
}

function groupChart(groups: readonly Hot100Group[], by: "peak" | "weeks"): HTMLElement {
  const rows = groups.map((group) => ({label: groupLabel(group, by), estimate: group.p}));
  return intervalChart(rows, {
    title: finding(groups, by),
    summary: `Mean probability of a hit that the boosted trees gave hits by ${by === "peak" ? "their best place" : "their weeks on the chart"}, out of fold, with its 95 % interval over artists.`,
    table: {
      columns: [by === "peak" ? "Best place" : "Weeks on the chart", "Tracks", "Mean probability", "Low", "High"],
      rows: groups.map((group) => [groupLabel(group, by), group.tracks, group.p.value, group.p.low, group.p.high])
    },
    x: "Mean probability of a hit",
    format: formatShare
  });
}

/** Compares the two ends: greater songs first. */
function finding(groups: readonly Hot100Group[], by: "peak" | "weeks"): string {
  const ordered = by === "peak" ? groups : [...groups].reverse();
  const [great, small] = [ordered[0], ordered[ordered.length - 1]];
  const name = (group: Hot100Group) => groupLabel(group, by).toLowerCase();
  if (great === small) return `All hits found are of one kind: ${name(great)}`;
  const said = `${formatShare(great.p.value)} against ${formatShare(small.p.value)}`;
  if (great.p.low > small.p.high) return `Surer of ${name(great)} than of ${name(small)}: ${said}`;
  if (great.p.high < small.p.low) return `Less sure of ${name(great)} than of ${name(small)}: ${said}`;
  return `About as sure of ${name(great)} as of ${name(small)}: ${said}`;
}

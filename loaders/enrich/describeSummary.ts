import {format} from "d3-format";
import type {KindSummary} from "./enrich.js";

const count = format(",d");

/** What became of one kind of thing, in words: one line. */
export function describeSummary(summary: KindSummary): string {
  const {kind, kept, asked, answered, notFound, refused, failed, left, closedAt} = summary;
  const parts = [
    `${count(asked)} asked`,
    `${count(answered)} answered`,
    `${count(notFound)} not found`,
    `${count(refused)} refused`,
    `${count(failed)} failed`
  ];
  const rest = left > 0 ? `; ${count(left)} not asked` : "";
  const day = closedAt?.slice(0, 10);
  const closed =
    day === undefined ? "" : ` (the endpoint is closed for this app, as found on ${day}; --retry-closed asks again)`;
  return `${kind}: ${parts.join(", ")}${rest}${closed}; ${count(kept)} kept from before`;
}

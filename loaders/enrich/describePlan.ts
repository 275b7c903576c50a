import {format} from "d3-format";
import {ENDPOINTS} from "../spotify/endpoints.js";
import type {KindPlan} from "./planKind.js";

const count = format(",d");

/** How many calls a plan takes, in words: one line. */
export function describePlan({kind, ids, kept, beyondLimit}: KindPlan, closedAt?: string): string {
  const before = `${kind}: ${count(kept)} kept`;
  const day = closedAt?.slice(0, 10);
  if (day !== undefined) return `${before}; the endpoint was found closed for this app on ${day}: no calls`;
  const batches = Math.ceil(ids.length / ENDPOINTS[kind].most);
  const limited = beyondLimit > 0 ? `, ${count(beyondLimit)} left for later` : "";
  return `${before}, ${count(ids.length)} to ask${limited}: ${count(batches)} calls in batches, ${count(ids.length)} one by one`;
}

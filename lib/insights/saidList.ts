import type {Said} from "../wire/InsightsData.js";
import {said} from "./said.js";

/** Prose as a sentence lists it: "a", "a and b", "a, b and c". */
export function saidList(items: readonly Said[]): Said {
  const last = items.length - 1;
  return items.reduce((list, item, i) => (i === 0 ? item : said`${list}${i === last ? " and " : ", "}${item}`), said``);
}

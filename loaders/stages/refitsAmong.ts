import type {Refused} from "../../lib/wire/ModelsData.js";
import {isExamined} from "./isExamined.js";
import type {Refit} from "./refitBoosted.js";

/** The refits that could be made, of a stage's needs: those named "refit1" and so on. */
export function refitsAmong(needs: Readonly<Record<string, unknown>>): Refit[] {
  return Object.keys(needs)
    .filter((name) => name.startsWith("refit"))
    .map((name) => needs[name] as Refit | Refused)
    .filter(isExamined);
}

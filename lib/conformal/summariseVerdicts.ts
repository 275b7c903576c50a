import type {Estimate, NoEstimate} from "../metrics/types.js";
import {wilsonInterval} from "../metrics/wilsonInterval.js";
import type {ConformalVerdicts} from "./conformalVerdicts.js";

/** What verdicts came to, over the rows that count. */
export interface VerdictSummary {
  readonly rows: number; // that count
  readonly coverage: Estimate | NoEstimate; // share of rows whose label is not ruled out, with its Wilson interval
  readonly hit: number; // shares of rows given each verdict; without rows, nothing can be told
  readonly flop: number;
  readonly unsure: number;
  readonly accuracy: number | null; // among the decided
}

/**
 * Sums verdicts up, over all rows or some, such as those of a decade; rows that do not count are left out.
 *
 * Wilson's interval takes rows for independent draws; rows of one artist are not quite that.
 *
 * @param rows numbers of the rows to sum up; all of them without
 * @returns null for what is undefined without rows, or without decided ones
 */
export function summariseVerdicts(
  {verdict, covered, counted}: ConformalVerdicts,
  rows: ArrayLike<number> = Array.from(verdict.keys())
): VerdictSummary {
  const said = {hit: 0, flop: 0, unsure: 0};
  let n = 0;
  let coveredRows = 0;
  for (const row of Array.from(rows)) {
    if (counted[row] === 0) continue;
    n++;
    coveredRows += covered[row];
    said[verdict[row] === -1 ? "unsure" : verdict[row] === 1 ? "hit" : "flop"]++;
  }
  if (n === 0) {
    const coverage = {value: null, low: null, high: null};
    return {rows: 0, coverage, hit: 0, flop: 0, unsure: 1, accuracy: null};
  }
  const [low, high] = wilsonInterval(coveredRows, n);
  const decided = said.hit + said.flop;
  return {
    rows: n,
    coverage: {value: coveredRows / n, low, high},
    hit: said.hit / n,
    flop: said.flop / n,
    unsure: said.unsure / n,
    accuracy: decided === 0 ? null : (coveredRows - said.unsure) / decided
  };
}

import {mean} from "d3-array";
import {pearsonCorrelation} from "../metrics/pearsonCorrelation.js";
import type {Contributions} from "./leaning.js";

/**
 * How alike a row's explanations are when the model is fitted anew: mean Pearson correlation of its contributions with
 * those of each refit.
 *
 * @param phi contributions: one column a feature, one value a row
 * @param refits the same by models fitted to bootstrap samples
 * @returns in [−1, 1], over the pairs of which neither gives all features the same; null where there is none
 */
export function refitStability(phi: Contributions, refits: readonly Contributions[]): number | null {
  const rows = Array.from(phi[0] ?? [], (_, i) => i);
  const ofRow = (contributions: Contributions, i: number) => contributions.map((column) => column[i]);
  const alike = refits.flatMap((refit) => rows.map((i) => pearsonCorrelation(ofRow(phi, i), ofRow(refit, i))));
  return mean(alike) ?? null; // mean leaves null out
}

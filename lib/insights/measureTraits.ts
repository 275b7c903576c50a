import {columnNamed} from "../columnNamed.js";
import type {Estimate} from "../metrics/types.js";
import {bootstrapEstimates, type BootstrapOptions} from "./bootstrapEstimates.js";
import {comparedDecades} from "./comparedDecades.js";
import type {Tracks} from "./Tracks.js";

/** How far hits and flops lie apart in a feature, decade by decade. */
export interface Trait {
  readonly feature: string;
  readonly byDecade: readonly {readonly decade: number; readonly gap: Estimate}[]; // ascending
  readonly change: Estimate | null; // last gap minus first; null with fewer than two decades
}

/**
 * The gap of each feature in each decade with hits and flops enough, with intervals by bootstrap over artists.
 *
 * gap = (mean of hits − mean of flops) / √((variance of hits + variance of flops) / 2), within the decade, so that what
 * all music of a time has in common does not count
 *
 * @returns one a feature; decades where it is constant are left out
 * @see Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, 2.2 (d, with the mean of two variances)
 */
export function measureTraits(tracks: Tracks, features: readonly string[], options: BootstrapOptions): Trait[] {
  const decades = comparedDecades(tracks);
  const cellOf = Int32Array.from(columnNamed(tracks.X, "decade"), (year, i) => 2 * decades.indexOf(year) + tracks.y[i]);
  return features.map((feature) => {
    const values = columnNamed(tracks.X, feature);
    const estimates = bootstrapEstimates(
      tracks.artist,
      (weight) => {
        const gaps = gapsOf(values, cellOf, weight, decades.length);
        return [...gaps, gaps[gaps.length - 1] - gaps[0]];
      },
      options
    );
    const byDecade = decades.flatMap((decade, k) => {
      const gap = estimates[k];
      return gap ? [{decade, gap}] : [];
    });
    const change = byDecade.length === decades.length && decades.length > 1 ? estimates[decades.length] : null;
    return {feature, byDecade, change};
  });
}

/** The gap in each decade; cells are decade by decade, flops before hits, negative where the decade does not count. */
function gapsOf(values: Float32Array, cellOf: Int32Array, weight: Int32Array, decades: number): number[] {
  const [n, sum, squares] = [0, 1, 2].map(() => new Float64Array(2 * decades));
  for (let i = 0; i < values.length; i++) {
    const cell = cellOf[i];
    if (cell < 0 || weight[i] === 0 || Number.isNaN(values[i])) continue;
    n[cell] += weight[i];
    sum[cell] += weight[i] * values[i];
    squares[cell] += weight[i] * values[i] ** 2;
  }
  const mean = (cell: number) => sum[cell] / n[cell];
  const variance = (cell: number) => squares[cell] / n[cell] - mean(cell) ** 2;
  return Array.from({length: decades}, (_, k) => {
    const spread = Math.sqrt((variance(2 * k) + variance(2 * k + 1)) / 2);
    return spread > 0 ? (mean(2 * k + 1) - mean(2 * k)) / spread : NaN;
  });
}

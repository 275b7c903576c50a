import {featureNamed} from "../features/featureNamed.js";
import type {ControlRange} from "../wire/PredictData.js";

/**
 * How far a change of one feature moves a song among the tracks of the study: the share of the tracks it passes.
 *
 * move(a → b) = |F(b) − F(a)|, and of the key, whose ranks lie on a circle, min(|F(b) − F(a)|, 1 − |F(b) − F(a)|).
 * F(v) is the share of tracks below v, and half of those at v. It is read off the control's counts: linear within a bin,
 * and half of a bin no wider than the feature's step, as such a bin holds one value. From an unknown value it is the mean
 * move from a track of the study, ∫|F(b) − u| du = (F(b)² + (1 − F(b))²)/2.
 *
 * @returns a function of two values in the feature's unit, the first NaN where unknown; it gives shares in [0, 1]
 * @see Ustun, Spangher and Liu 2019, "Actionable recourse in linear classification", FAT*: percentiles as cost. Unlike
 *   Wachter, Mittelstadt and Russell's distance (2017, Harvard JOLT 31(2)), |b − a| over the median absolute deviation,
 *   it stays finite where most tracks share a value, as in instrumentalness
 */
export function rankMove({name, density}: ControlRange): (from: number, to: number) => number {
  const {low, high, hits, flops} = density;
  const bins = hits.length;
  const width = (high - low) / bins;
  const below = [0];
  hits.forEach((count, b) => below.push(below[b] + count + flops[b]));
  const total = below[bins];
  const oneValue = featureNamed(name).step >= width;
  const rank = (value: number) => {
    if (total === 0) return 0;
    const at = width > 0 ? (value - low) / width : 0;
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(at)));
    const within = oneValue ? 0.5 : Math.min(1, Math.max(0, at - bin));
    return (below[bin] + within * (below[bin + 1] - below[bin])) / total;
  };
  return (from, to) => {
    const end = rank(to);
    if (Number.isNaN(from)) return (end ** 2 + (1 - end) ** 2) / 2;
    const move = Math.abs(end - rank(from));
    return name === "key" ? Math.min(move, 1 - move) : move;
  };
}

import {bisectRight} from "d3-array";
import {sigmoid} from "../lib/sigmoid.js";
import type {IceCurve} from "../lib/trees/iceCurves.js";
import type {Density} from "../lib/wire/PredictData.js";
import type {TrackScale} from "./trackScale.js";

/** The side of the square that paths are drawn in: whole numbers are short and quick to write. */
export const SIDE = 1000;
const MIDDLE = SIDE / 2;
const GAP = 0.12; // between the bars of listed values, as a share of a cell

/** A stretch of the track where something is the same. */
interface Stretch {
  readonly from: number; // 0 to 1
  readonly to: number;
  readonly value: number;
}

/** The probability along a track, and between what it lies. */
export interface ForeseenLine {
  readonly path: string;
  readonly least: number;
  readonly most: number;
}

/** Draws the probability that each value of a control would give: steps along a slider, a stroke a listed value. */
export function foreseenLine(curve: IceCurve, scale: TrackScale): ForeseenLine {
  const stretches = scale.listed ? listedStretches(scale, (value) => pAt(curve, value)) : steps(curve, scale);
  let path = "";
  let [least, most] = [1, 0];
  for (const {from, to, value} of stretches) {
    least = Math.min(least, value);
    most = Math.max(most, value);
    const y = whole(1 - value);
    path += path === "" || scale.listed ? `M${whole(from)},${y}H${whole(to)}` : `V${y}H${whole(to)}`;
  }
  return {path, least, most};
}

/** The probability at one value; NaN is unknown. */
export function pAt({from, margin, missing}: IceCurve, value: number): number {
  return sigmoid(Number.isNaN(value) ? missing : margin[bisectRight(from, value) - 1]);
}

/** Draws how many tracks lie where: hits from the middle upwards, flops downwards, to one scale. */
export function densityPaths({low, high, hits, flops}: Density, scale: TrackScale): {hits: string; flops: string} {
  const width = (high - low) / hits.length || 1;
  const most = Math.max(1, ...hits, ...flops);
  const draw = (counts: readonly number[], up: 1 | -1) => {
    const bins = counts.map((value, b) => {
      return {from: clamp(scale.at(low + b * width)), to: clamp(scale.at(low + (b + 1) * width)), value};
    });
    const binOf = (value: number) => Math.min(counts.length - 1, Math.max(0, Math.floor((value - low) / width)));
    const stretches = scale.listed ? listedStretches(scale, (value) => counts[binOf(value)]) : bins;
    return stretches
      .map(({from, to, value}, k) => {
        const start = k === 0 || scale.listed ? `M${whole(from)},${MIDDLE}` : "";
        const end = k === stretches.length - 1 || scale.listed ? `V${MIDDLE}Z` : "";
        return `${start}V${Math.round(MIDDLE * (1 - (up * value) / most))}H${whole(to)}${end}`;
      })
      .join("");
  };
  return {hits: draw(hits, 1), flops: draw(flops, -1)};
}

/** The stretches of a track whose cells are 0, neighbours as one. */
export function emptyStretches(cells: ArrayLike<number>): {from: number; to: number}[] {
  const found: {from: number; to: number}[] = [];
  for (let k = 0; k < cells.length; k++) {
    if (cells[k] !== 0) continue;
    const last = found.at(-1);
    if (last?.to === k / cells.length) last.to = (k + 1) / cells.length;
    else found.push({from: k / cells.length, to: (k + 1) / cells.length});
  }
  return found;
}

function steps({from, margin}: IceCurve, {low, high, at}: TrackScale): Stretch[] {
  const stretches: Stretch[] = [];
  for (let k = bisectRight(from, low) - 1; k < from.length && (stretches.length === 0 || from[k] <= high); k++) {
    const [start, end] = [at(Math.max(from[k], low)), k + 1 < from.length ? at(from[k + 1]) : 1];
    stretches.push({from: start, to: Math.min(1, end), value: sigmoid(margin[k])});
  }
  return stretches;
}

function listedStretches({values}: TrackScale, ask: (value: number) => number): Stretch[] {
  const width = 1 / values.length;
  return values.map((value, k) => {
    return {from: (k + GAP) * width, to: (k + 1 - GAP) * width, value: ask(value)};
  });
}

const whole = (share: number) => Math.round(share * SIDE);
const clamp = (share: number) => Math.min(1, Math.max(0, share));

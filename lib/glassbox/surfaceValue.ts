import {interpolate} from "./interpolate.js";
import {knotPosition} from "./knotPosition.js";
import type {Surface} from "./types.js";

/** What a surface adds for two values: bilinear between knots, constant beyond them. */
export function surfaceValue({knots, values}: Surface, a: number, b: number): number {
  const row = knotPosition(knots[0], a);
  const column = knotPosition(knots[1], b);
  const low = Math.floor(row);
  const upper = interpolate(values[low], column);
  return row === low ? upper : upper + (row - low) * (interpolate(values[low + 1], column) - upper);
}

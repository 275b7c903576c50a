import {bisectRight} from "d3-array";
import {sigmoid} from "../sigmoid.js";
import type {IceCurve} from "./iceCurves.js";

/** A place on a curve of probabilities. */
export interface CurvePoint {
  readonly x: number; // in the feature's unit
  readonly p: number;
}

/** The probability a curve gives at a value. */
export function curveAt({from, margin}: IceCurve, x: number): number {
  return sigmoid(margin[bisectRight(from, Math.fround(x)) - 1]);
}

/**
 * The steps of a curve inside a range: where each begins, and at last the end of the range with the last step's value.
 *
 * @param low in the feature's unit, at most `high`
 */
export function curvePoints(curve: IceCurve, low: number, high: number): CurvePoint[] {
  const inside = Array.from(curve.from).filter((x) => x > low && x < high);
  return [low, ...inside, high].map((x) => ({x, p: curveAt(curve, x)}));
}

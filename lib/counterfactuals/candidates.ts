import {bisectRight} from "d3-array";
import {featureNamed} from "../features/featureNamed.js";
import type {ControlRange} from "../wire/PredictData.js";
import {rankMove} from "./rankMove.js";
import {sayableStep, sayableValue} from "./sayableStep.js";

/** New values that a feature may take: one for each step of its margins that a sayable value lies in, ascending. */
export interface Candidates {
  readonly value: Float64Array;
  readonly move: Float64Array; // from the song's value, see rankMove
  readonly step: Int32Array; // between which thresholds
}

/**
 * The values a song's feature could change to. Between two neighbouring thresholds all values are the same to the trees:
 * so of each such step there is one, the one that moves the song least, and of those the nearest. The step of the song's
 * own value has none, nor has a value that is written like it.
 *
 * @param value the song's, NaN where unknown
 * @param thresholds where steps begin, ascending, the first −∞: IceCurve.from
 * @param low the least new value, in the feature's unit
 * @param high the greatest
 */
export function candidatesOf(
  control: ControlRange,
  value: number,
  thresholds: ArrayLike<number>,
  [low, high]: readonly [low: number, high: number]
): Candidates {
  const unit = sayableStep(featureNamed(control.name));
  const stepOf = (v: number) => bisectRight(thresholds, Math.fround(v)) - 1;
  const moveTo = rankMove(control);
  const own = stepOf(value);
  const asWritten = Math.round(value / unit);
  const found: {to: number; move: number; step: number}[] = [];
  for (let n = Math.ceil(low / unit - 1e-6); n <= high / unit + 1e-6; n++) {
    const to = sayableValue(n, unit);
    const step = stepOf(to);
    if (n === asWritten || (step === own && !Number.isNaN(value))) continue;
    const move = moveTo(value, to);
    const last = found.at(-1);
    if (last?.step !== step) found.push({to, move, step});
    else if (move < last.move || (move === last.move && Math.abs(to - value) < Math.abs(last.to - value)))
      found[found.length - 1] = {to, move, step};
  }
  return {
    value: Float64Array.from(found, ({to}) => to),
    move: Float64Array.from(found, ({move}) => move),
    step: Int32Array.from(found, ({step}) => step)
  };
}

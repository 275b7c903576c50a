import {checkPredictions} from "../metrics/checkPredictions.js";
import {applyIsotonic} from "./applyIsotonic.js";
import {applyPlatt} from "./applyPlatt.js";
import {fitIsotonic} from "./fitIsotonic.js";
import {fitPlatt} from "./fitPlatt.js";
import {learnFrom, type LearnRule} from "./learnFrom.js";

export interface CrossCalibrateOptions {
  readonly method: "platt" | "isotonic";
  readonly rule: LearnRule; // which parts a part's map is learned from
}

/**
 * Recalibrates predictions part by part, each by a map learned from other parts: no row has a say in its own p.
 *
 * A part with nothing to learn from, such as the earliest decade, keeps its p.
 *
 * @param p probabilities of 1, n values in [0, 1], out of fold
 * @param y outcomes, n values, each 0 or 1
 * @param parts number of each row's part: the fold it was tested in, or its decade
 * @returns n probabilities in [0, 1]
 * @throws RangeError if n is 0, lengths differ, a value is out of range, or a part is NaN
 */
export function crossCalibrate(
  p: ArrayLike<number>,
  y: ArrayLike<number>,
  parts: ArrayLike<number>,
  {method, rule}: CrossCalibrateOptions
): Float64Array {
  checkPredictions("crossCalibrate", y, p);
  if (parts.length !== y.length) {
    throw new RangeError(`crossCalibrate requires equal lengths; got y ${y.length}, parts ${parts.length}`);
  }
  const calibrated = Float64Array.from(p);
  for (const {rows, from} of learnFrom(parts, rule)) {
    if (from.length === 0) continue;
    const own = Float64Array.from(rows, (row) => p[row]);
    const [learnedP, learnedY] = [Float64Array.from(from, (row) => p[row]), Uint8Array.from(from, (row) => y[row])];
    const mapped =
      method === "platt"
        ? applyPlatt(fitPlatt(learnedP, learnedY), own)
        : applyIsotonic(fitIsotonic(learnedP, learnedY), own);
    rows.forEach((row, i) => (calibrated[row] = mapped[i]));
  }
  return calibrated;
}

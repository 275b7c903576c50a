import {checkPredictions} from "./checkPredictions.js";
import {rowLogLoss} from "./rowLogLoss.js";

/**
 * Log loss: mean negative log-likelihood, in nats a row, with p clipped to [2⁻⁵², 1 − 2⁻⁵²].
 *
 * −(1/n) Σᵢ yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @returns nats, in [0, 36.05]; ln 2 is a coin's
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 * @see scikit-learn's log_loss, which clips float64 at the same ε
 */
export function logLoss(y: ArrayLike<number>, p: ArrayLike<number>): number {
  checkPredictions("logLoss", y, p);
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += rowLogLoss(y[i], p[i]);
  return sum / y.length;
}

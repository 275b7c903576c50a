import type {Marginal} from "./types.js";

/**
 * The value of a feature at a probability: its quantiles interpolated linearly, or the value whose share of the
 * cumulative distribution it falls into.
 *
 * @param u a probability in [0, 1]
 */
export function marginalValue({quantiles, values, shares}: Marginal, u: number): number {
  if (quantiles) {
    const at = u * (quantiles.length - 1);
    const i = Math.min(Math.floor(at), quantiles.length - 2);
    return quantiles[i] + (at - i) * (quantiles[i + 1] - quantiles[i]);
  }
  if (!values || values.length !== shares?.length) throw new RangeError("marginalValue requires quantiles or shares");
  let i = 0;
  for (let sum = shares[0]; i < values.length - 1 && u >= sum; sum += shares[i]) i++;
  return values[i];
}

import {deviation, mean} from "d3-array";
import {tQuantile} from "./tInterval.js";

/** How far one row's contributions differ between models fitted anew; one value a feature. */
export interface RefitSpread {
  readonly error: readonly number[]; // half width of the 95 % interval, in the contributions' unit
  readonly sameSign: readonly number[]; // share of refits that give the same sign, in [0, 1]
}

/**
 * Half widths t(R − 1; .975) · sd over refits, as in `tInterval`, and how many refits agree on each sign.
 *
 * @param phi contributions by the model fitted to all rows, one a feature
 * @param refits the same by R models fitted to bootstrap samples
 * @throws RangeError if there are fewer than two refits, or one has another width
 */
export function refitSpread(phi: ArrayLike<number>, refits: readonly ArrayLike<number>[]): RefitSpread {
  if (refits.length < 2) throw new RangeError(`refitSpread requires two refits; got ${refits.length}`);
  const other = refits.find(({length}) => length !== phi.length);
  if (other) throw new RangeError(`refitSpread requires ${phi.length} contributions a refit; got ${other.length}`);
  const t = tQuantile(refits.length - 1);
  const again = (j: number) => refits.map((refit) => refit[j]);
  return {
    error: Array.from(phi, (_, j) => t * deviation(again(j))!),
    sameSign: Array.from(phi, (value, j) => mean(again(j), (one) => Number(Math.sign(one) === Math.sign(value)))!)
  };
}

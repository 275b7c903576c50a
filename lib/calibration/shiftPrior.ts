/**
 * The probability of a hit where hits are more or less common than among the rows it was learned from.
 *
 * odds(p′) = odds(p) · odds(to) / odds(from). It is exact if only the share of hits differs, hits and flops each
 * sounding as before (label shift).
 *
 * @param p probability of 1 in [0, 1] where the share of hits is `from`; 0 and 1 stay
 * @param from share of hits in (0, 1) behind p
 * @param to share of hits in (0, 1) assumed
 * @returns probability in [0, 1]
 * @throws RangeError if p is not in [0, 1] or a share not in (0, 1)
 * @see Elkan 2001, IJCAI 17, theorem 2; Saerens, Latinne and Decaestecker 2002, Neural Computation 14(1)
 */
export function shiftPrior(p: number, from: number, to: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`shiftPrior requires p in [0, 1]; got ${p}`);
  if (!(from > 0 && from < 1 && to > 0 && to < 1)) {
    throw new RangeError(`shiftPrior requires shares of hits in (0, 1); got ${from} and ${to}`);
  }
  const hit = (p * to) / from;
  return hit / (hit + ((1 - p) * (1 - to)) / (1 - from));
}

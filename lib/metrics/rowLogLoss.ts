/**
 * Log loss of one row in nats, −ln of the probability given to what happened.
 *
 * p is clipped to [ε, 1 − ε] with ε = 2⁻⁵², so that one certain and wrong row costs 36 nats, not infinity.
 */
export function rowLogLoss(y: number, p: number): number {
  const given = y === 1 ? p : 1 - p;
  return -Math.log(Math.min(Math.max(given, Number.EPSILON), 1 - Number.EPSILON));
}

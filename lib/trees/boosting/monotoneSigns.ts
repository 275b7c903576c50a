/**
 * The order asked of each column: 1 where the margin may never fall as the column rises, −1 never rise, 0 either.
 *
 * @param features names of the columns of X
 * @param monotone signs by name
 * @returns one sign a column; null where no order is asked for
 * @throws RangeError if a name is no column or a sign neither 1 nor −1
 */
export function monotoneSigns(
  features: readonly string[],
  monotone: Readonly<Record<string, number>> = {}
): Int8Array | null {
  const asked = Object.entries(monotone);
  const signs = new Int8Array(features.length);
  for (const [name, sign] of asked) {
    const j = features.indexOf(name);
    if (j < 0) throw new RangeError(`fitBoosted requires monotone of columns ${features.join(", ")}; got ${name}`);
    if (sign !== 1 && sign !== -1) throw new RangeError(`fitBoosted requires monotone.${name} 1 or -1; got ${sign}`);
    signs[j] = sign;
  }
  return asked.length === 0 ? null : signs;
}

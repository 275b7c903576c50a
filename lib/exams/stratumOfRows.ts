/**
 * Numbers the strata of rows: one for each label and stratum that occur together, those of label 0 first.
 *
 * Numbers follow label and name, never the order of rows.
 *
 * @param label n values, each 0 or 1
 * @param strata n names or numbers, such as decades; all one stratum without
 * @returns stratum: number of each row's; count: how many there are
 */
export function stratumOfRows(
  label: ArrayLike<number>,
  strata?: ArrayLike<string | number>
): {stratum: Int32Array; count: number} {
  const keyOf = (i: number) => `${label[i]} ${strata ? strata[i] : ""}`;
  const keys = [...new Set(Array.from(label, (_, i) => keyOf(i)))].sort();
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return {stratum: Int32Array.from(label, (_, i) => numbers.get(keyOf(i))!), count: keys.length};
}

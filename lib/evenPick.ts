/**
 * Evenly spaced places in a list, each at the middle of its stretch: all of them if no more are wanted.
 *
 * @param length of the list
 * @param most how many places at most, 1 or more
 * @returns ascending places in 0 .. length − 1
 */
export function evenPick(length: number, most: number): Int32Array {
  const count = Math.min(length, most);
  return Int32Array.from({length: count}, (_, k) => Math.floor(((k + 0.5) * length) / count));
}

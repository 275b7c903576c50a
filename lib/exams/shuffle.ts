/**
 * Shuffles values in place, every order as likely.
 *
 * @param random uniform in [0, 1), advanced by values.length - 1 draws
 * @see Durstenfeld 1964, Communications of the ACM 7(7), algorithm 235
 */
export function shuffle<T>(values: T[], random: () => number): T[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j], values[i]];
  }
  return values;
}

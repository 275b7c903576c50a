const HALF_A_SONG = 0.5;

/**
 * Population stability index: how far the shares of a file in some bins are from those learned from.
 *
 * PSI = Σₖ (aₖ − eₖ) ln(aₖ / eₖ). An empty bin counts as half a song, since the logarithm of 0 has no value.
 *
 * @param expected shares learned from, one a bin
 * @param actual shares of the file, as many
 * @param songs of the file, 1 or more
 * @returns 0 for the same shares; below .1 little has shifted, from .1 some, above .25 much
 * @throws RangeError if the shares are not as many, or there is no song
 * @see Siddiqi 2006, Credit Risk Scorecards, chapter 8, for index and bounds
 */
export function stabilityIndex(expected: readonly number[], actual: readonly number[], songs: number): number {
  if (expected.length !== actual.length || !(songs >= 1)) {
    const got = `${expected.length} and ${actual.length} of ${songs} songs`;
    throw new RangeError(`stabilityIndex requires shares of as many bins, of 1 song or more; got ${got}`);
  }
  const least = HALF_A_SONG / songs;
  return expected.reduce((sum, share, k) => {
    const [e, a] = [Math.max(share, least), Math.max(actual[k], least)];
    return sum + (a - e) * Math.log(a / e);
  }, 0);
}

/** How much has shifted, in a word. */
export function shiftWord(psi: number): "little" | "some" | "much" {
  return psi < 0.1 ? "little" : psi <= 0.25 ? "some" : "much";
}

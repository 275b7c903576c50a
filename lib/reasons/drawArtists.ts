import {drawGroups} from "../metrics/drawGroups.js";
import {groupIndex} from "../metrics/groupIndex.js";

/**
 * One bootstrap sample by artist: as many artists as there are, drawn with replacement, each with all its rows.
 *
 * Rows of one artist are alike, so that a sample of rows would vary less than a new study of other artists would.
 *
 * @param groups n names or ids, n at least 1
 * @param random uniform in [0, 1), advanced by as many draws as there are artists
 * @returns row numbers, ascending, each as often as its artist was drawn
 * @throws RangeError if n is 0
 * @see drawGroups
 */
export function drawArtists(groups: ArrayLike<string | number>, random: () => number): Int32Array {
  if (groups.length === 0) throw new RangeError("drawArtists requires at least one row; got none");
  const {index, count} = groupIndex(groups);
  const times = new Int32Array(count);
  drawGroups(times, random);
  const rows: number[] = [];
  index.forEach((group, row) => {
    for (let time = 0; time < times[group]; time++) rows.push(row);
  });
  return Int32Array.from(rows);
}

import type {FamiliarTracks} from "../wire/PredictData.js";
import {dimensionsOf, placeInSpace, type FeatureSpace} from "./featureSpace.js";

const ROUNDING = 1e-9; // of sums that were added and taken away

/**
 * Prepares to tell at which values of a feature a song would still be like a track that was learned from, all its other
 * values as they are.
 *
 * A track of the sample is like the song if the root mean square of their differences, over the axes of the space that
 * both know, is at most `within`. As only the axes of one feature change, the sum over the others is found once a song.
 *
 * @param grids the values asked about, one list a feature of the space
 * @returns a function of one value a feature, NaN where missing: for each value of each grid 1 where a track of the
 *   sample is like the song with that value, else 0. It throws a RangeError at another width
 * @throws RangeError if the tracks or grids are not one a feature of the space
 */
export function familiarZones(
  {x, within}: FamiliarTracks,
  space: FeatureSpace,
  grids: readonly ArrayLike<number>[]
): (row: ArrayLike<number>) => Uint8Array[] {
  const width = space.features.length;
  if (x.length !== width || grids.length !== width)
    throw new RangeError(`familiarZones requires ${width} features; got tracks of ${x.length}, grids ${grids.length}`);
  const tracks = x[0]?.length ?? 0;
  const limit = within * within;
  const place = (row: ArrayLike<number>) => {
    const at = new Float32Array(dimensionsOf(space));
    placeInSpace(space, row, at);
    return at;
  };
  const places = Array.from({length: tracks}, (_, i) => place(x.map((column) => column[i] ?? NaN)));
  const axes = Array.from({length: dimensionsOf(space)}, (_, d) => Float32Array.from(places, (at) => at[d]));
  const features = grids.map((grid, j) => {
    const alone = (value: number) => place(Array.from(x, (_, k) => (k === j ? value : NaN)));
    const own = [...alone(0).keys()].filter((d) => !Number.isNaN(alone(0)[d]));
    return {own, asked: Array.from(grid, alone)};
  });
  // Of each track: squared differences added up, and how many: over all axes, then over those of all features but one.
  const all = {squares: new Float64Array(tracks), known: new Float64Array(tracks)};
  const rest = {squares: new Float64Array(tracks), known: new Float64Array(tracks)};
  const near = new Int32Array(tracks); // tracks that some value of the feature could bring within reach

  function add(sums: typeof all, d: number, at: number, sign: 1 | -1): void {
    for (let i = 0; i < tracks; i++) {
      const difference = axes[d][i] - at;
      if (Number.isNaN(difference)) continue;
      sums.squares[i] += sign * difference * difference;
      sums.known[i] += sign;
    }
  }

  function isLike(i: number, own: readonly number[], at: Float32Array): boolean {
    let squares = rest.squares[i];
    let known = rest.known[i];
    for (const d of own) {
      const difference = axes[d][i] - at[d];
      if (Number.isNaN(difference)) continue;
      squares += difference * difference;
      known++;
    }
    return known > 0 && squares <= limit * known + ROUNDING;
  }

  return (row) => {
    const song = place(row);
    all.squares.fill(0);
    all.known.fill(0);
    song.forEach((at, d) => add(all, d, at, 1));
    return features.map(({own, asked}) => {
      rest.squares.set(all.squares);
      rest.known.set(all.known);
      for (const d of own) add(rest, d, song[d], -1);
      let count = 0;
      for (let i = 0; i < tracks; i++)
        if (rest.squares[i] <= limit * (rest.known[i] + own.length) + ROUNDING) near[count++] = i;
      const found = near.subarray(0, count);
      return Uint8Array.from(asked, (at) => Number(found.some((i) => isLike(i, own, at))));
    });
  };
}

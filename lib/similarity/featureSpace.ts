/**
 * The space in which tracks are alike: one axis a feature, standardised to mean 0 and variance 1 over the tracks learned
 * from. Keys lie on a circle of radius 1, a tone beside its neighbours (12 follows 0), so that they too have variance 1.
 */
export interface FeatureSpace {
  readonly features: readonly string[];
  readonly mean: readonly number[]; // one a feature; of no use for the key
  readonly sd: readonly number[]; // 1 where nothing varies
}

const CIRCLE = "key";

/** How many coordinates a track has: one a feature, and a second one of the key. */
export function dimensionsOf({features}: FeatureSpace): number {
  return features.length + (features.includes(CIRCLE) ? 1 : 0);
}

/**
 * A track's place in the space. What is unknown has no place on its axes: NaN.
 *
 * @param x one value a feature, in the space's order; NaN is missing
 * @param write where the coordinates go, from `at` on: `dimensionsOf(space)` of them, the key's second one last
 * @throws RangeError if x has another width
 */
export function placeInSpace(space: FeatureSpace, x: ArrayLike<number>, write: Float32Array, at = 0): void {
  const {features, mean, sd} = space;
  if (x.length !== features.length)
    throw new RangeError(`placeInSpace requires ${features.length} values; got ${x.length}`);
  for (let j = 0; j < x.length; j++) {
    if (features[j] === CIRCLE) {
      const angle = (2 * Math.PI * x[j]) / 12;
      write[at + j] = Math.cos(angle);
      write[at + x.length] = Math.sin(angle);
    } else write[at + j] = (x[j] - mean[j]) / sd[j];
  }
}

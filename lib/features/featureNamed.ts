import {FEATURES, type Feature} from "./features.js";

/**
 * A feature by its column name.
 *
 * @throws RangeError if there is no feature of that name
 */
export function featureNamed(name: string): Feature {
  const feature = FEATURES.find((known) => known.name === name);
  if (!feature) throw new RangeError(`featureNamed requires a known feature; got "${name}"`);
  return feature;
}

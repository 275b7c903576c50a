import {AT_ANY_COST, type ChangeSpace, type Found} from "./changeSpace.js";

/**
 * Makes an edit that reaches the target as little as can be: without changes that are not needed, and with new values of
 * any two of its features, the others staying, as long as this costs less.
 *
 * @returns the same object where nothing can be spared
 */
export function tighten(space: ChangeSpace, found: Found): Found {
  const features = [...found.places.keys()].sort((j, k) => j - k);
  for (const j of features) {
    const less = space.found(without(found, [j]));
    if (less.missing === 0) return tighten(space, less);
  }
  for (let a = 0; features.length > 2 && a < features.length; a++) {
    for (const k of features.slice(a + 1)) {
      const start = space.found(without(found, [features[a], k]));
      const other = space.pair(start, features[a], k, AT_ANY_COST);
      if (other.missing === 0 && other.cost < found.cost - LEAST_SAVING) return tighten(space, other);
    }
  }
  return found;
}

const LEAST_SAVING = 1e-9;

const without = ({places}: Found, features: readonly number[]) =>
  new Map([...places].filter(([j]) => !features.includes(j)));

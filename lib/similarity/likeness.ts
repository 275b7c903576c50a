import {bisectLeft, bisectRight} from "d3-array";
import {featureNamed} from "../features/featureNamed.js";
import {formatList} from "../format/formatList.js";
import {randomSource} from "../random/randomSource.js";
import type {PlacedTracks} from "./placeTracks.js";

const PAIRS = 1024; // of tracks, drawn to learn how far two usually are apart
const NAMED = 3; // features at most of either kind

/** Of all pairs, the share that is nearer where two tracks count as alike, at most; and farther where as apart. */
export const REMARKABLE = 0.25;

/** How far two tracks of a space are apart in each feature, among pairs drawn at random. */
export interface UsualGaps {
  readonly features: readonly string[];
  readonly gaps: readonly Float64Array[]; // one a feature, ascending; pairs of which one is unknown are left out
}

/** What two tracks have in common and what not: names of features, the most remarkable first. */
export interface Likeness {
  readonly alike: readonly string[]; // where few pairs are as near
  readonly apart: readonly string[]; // where few pairs are as far
}

/** Draws pairs of tracks; the same tracks give the same pairs. */
export function usualGaps(placed: PlacedTracks): UsualGaps {
  const {features, length, dimensions, coordinates} = placed;
  const random = randomSource(1);
  const track = () => coordinates.subarray(Math.floor(random() * length) * dimensions).subarray(0, dimensions);
  const pairs = Array.from({length: PAIRS}, () => [track(), track()] as const);
  const gaps = features.map((_, j) => {
    return Float64Array.from(pairs, ([a, b]) => gapOf(features, j, a, b))
      .filter((gap) => !Number.isNaN(gap))
      .sort();
  });
  return {features, gaps};
}

/**
 * Where two tracks are remarkably alike and where apart: a gap counts by its rank among those of any two tracks, so that
 * having four beats a bar as most have says little, and a feature that spreads widely says no more than another.
 *
 * @param a coordinates of a track in the space of the gaps; NaN is unknown
 * @param b those of the other
 */
export function likeness({features, gaps}: UsualGaps, a: ArrayLike<number>, b: ArrayLike<number>): Likeness {
  const ranked = features
    .map((name, j) => ({name, rank: rankAmong(gaps[j], gapOf(features, j, a, b))}))
    .filter(({rank}) => !Number.isNaN(rank))
    .sort((one, other) => one.rank - other.rank);
  return {
    alike: ranked.filter(({rank}) => rank <= REMARKABLE).slice(0, NAMED).map(({name}) => name),
    apart: ranked.filter(({rank}) => rank >= 1 - REMARKABLE).slice(-NAMED).reverse().map(({name}) => name)
  }; // prettier-ignore
}

/** A likeness as a reader reads it: "alike in tempo and acousticness; apart in energy". */
export function likenessWords({alike, apart}: Likeness): string {
  const list = (names: readonly string[]) => formatList(names.map((name) => featureNamed(name).label.toLowerCase()));
  const parts = [alike.length > 0 && `alike in ${list(alike)}`, apart.length > 0 && `apart in ${list(apart)}`];
  return parts.filter(Boolean).join("; ") || "neither very alike nor far apart in anything";
}

/** Of the key, the chord between two places on its circle. */
function gapOf(features: readonly string[], j: number, a: ArrayLike<number>, b: ArrayLike<number>): number {
  const gap = Math.abs(a[j] - b[j]);
  const second = features.length; // the key's second coordinate, where the space has one
  return features[j] === "key" && a.length > second ? Math.hypot(gap, a[second] - b[second]) : gap;
}

/** The share of gaps that are smaller, equal ones counted half; NaN where nothing is known. */
function rankAmong(gaps: Float64Array, gap: number): number {
  if (Number.isNaN(gap)) return NaN;
  return (bisectLeft(gaps, gap) + bisectRight(gaps, gap)) / 2 / gaps.length;
}

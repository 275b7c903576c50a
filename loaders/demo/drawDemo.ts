import {shuffler} from "d3-array";
import {randomNormal} from "d3-random";
import {CholeskyDecomposition, Matrix} from "ml-matrix";
import {AUDIO_FEATURES, FEATURES} from "../../lib/features/features.js";
import {randomSource} from "../../lib/random/randomSource.js";
import type {TrackRow} from "../tracks/adapters/types.js";
import {trackTableBuilder} from "../tracks/trackTableBuilder.js";
import type {TrackTable} from "../tracks/types.js";
import {drawArtists} from "./drawArtists.js";
import {marginalValue} from "./marginalValue.js";
import {normalCdf} from "./normalCdf.js";
import {splitByShare} from "./splitByShare.js";
import type {DemoGroup} from "./types.js";

/** Features that are counted, not measured: drawn values are rounded. */
const WHOLE = new Set(["key", "mode", "duration_ms", "time_signature", "sections"]);

export interface DrawDemoOptions {
  tracks: number; // rows drawn, all groups together
  seed: number;
}

/**
 * Draws synthetic tracks from Gaussian copulas, one a decade and label: correlated normals, each sent through its
 * feature's quantiles. Tracks are called `Demo track 1`, `Demo artist 1`, never by a real name; an artist has one label.
 *
 * @param groups as `readDemo` returns them
 * @returns `tracks` rows in random order
 * @throws RangeError if tracks is not a whole number of 200 or more
 * @see Nelsen 2006, An Introduction to Copulas, 2.9 on drawing from a copula
 */
export function drawDemo(groups: readonly DemoGroup[], {tracks, seed}: DrawDemoOptions): TrackTable {
  if (!Number.isInteger(tracks) || tracks < 200) {
    throw new RangeError(`drawDemo requires a whole number of tracks from 200; got ${tracks}`);
  }
  const random = randomSource(seed);
  const normal = randomNormal.source(random)(0, 1);
  const sizes = splitByShare(
    tracks,
    groups.map(({share}) => share)
  );
  const rows: Omit<TrackRow, "uri" | "title">[] = [];
  let artists = 0;
  groups.forEach((group, g) => {
    const factor = choleskyFactor(group.correlation);
    const artistOf = drawArtists(sizes[g], group.tracksPerArtist, random);
    for (let i = 0; i < sizes[g]; i++) {
      const x = [...drawFeatures(group, factor, normal, random), group.decade];
      rows.push({artist: `Demo artist ${artists + artistOf[i] + 1}`, label: group.label, x});
    }
    artists += artistOf.length === 0 ? 0 : artistOf[artistOf.length - 1] + 1;
  });
  const table = trackTableBuilder(FEATURES.map(({name}) => name));
  shuffler(random)(rows).forEach((row, i) => {
    table.add({...row, uri: `demo:track:${i + 1}`, title: `Demo track ${i + 1}`});
  });
  return table.build();
}

function drawFeatures(group: DemoGroup, factor: Matrix, normal: () => number, random: () => number): number[] {
  const independent = AUDIO_FEATURES.map(() => normal());
  return AUDIO_FEATURES.map(({name}, j) => {
    let z = 0;
    for (let k = 0; k <= j; k++) z += factor.get(j, k) * independent[k];
    const value = marginalValue(group.marginals[j], normalCdf(z));
    if (random() < group.marginals[j].missing) return NaN;
    return WHOLE.has(name) ? Math.round(value) : value;
  });
}

function choleskyFactor(correlation: readonly (readonly number[])[]): Matrix {
  const n = correlation.length;
  const full = Matrix.identity(n, n);
  correlation.forEach((row, i) => row.forEach((r, j) => full.set(i, j, r).set(j, i, r)));
  const cholesky = new CholeskyDecomposition(full);
  if (!cholesky.isPositiveDefinite()) throw new RangeError("drawDemo requires positive definite correlations");
  return cholesky.lowerTriangularMatrix;
}

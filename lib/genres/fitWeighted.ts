import {groupIndex} from "../metrics/groupIndex.js";
import {sigmoid} from "../sigmoid.js";
import {artistWeights} from "./artistWeights.js";
import {fitHierarchical} from "./fitHierarchical.js";
import {hierarchicalMargins} from "./hierarchicalMargins.js";
import type {Design, HierarchicalFit} from "./types.js";

/** Rows of tracks in genres. */
export interface GenreRows {
  readonly y: Uint8Array; // outcomes, each 0 or 1
  readonly genre: Int32Array; // number of each row's genre
  readonly artist: Int32Array; // number of each row's artist
  readonly genres: number; // how many there are
}

const LOOSE = 0.5; // spread of every coefficient in the fit that residuals are taken from
const LOOSE_ROUNDS = 4;

/**
 * Genres' logistic regressions that borrow strength, in which tracks of a genre by one artist count for less than as
 * many by others, as far as they are alike: weights of artistWeights, from the residuals of a fit without weights.
 *
 * @param design a row each
 * @returns the fit, and `alike`, the correlation of residuals within an artist's tracks of a genre
 * @throws as fitHierarchical
 */
export function fitWeighted(
  design: Design,
  {y, genre, artist, genres}: GenreRows
): {readonly fit: HierarchicalFit; readonly alike: number} {
  const spread = new Float64Array(design.width).fill(LOOSE);
  const loose = fitHierarchical(design, y, genre, genres, {spread, rounds: LOOSE_ROUNDS});
  const residual = hierarchicalMargins(loose, design, genre).map((margin, row) => {
    const p = sigmoid(margin);
    return (y[row] - p) / Math.sqrt(Math.max(p * (1 - p), 1e-6));
  });
  const cluster = groupIndex(Float64Array.from(genre, (g, row) => artist[row] * genres + g)).index;
  const {weight, rho} = artistWeights(residual, cluster);
  return {fit: fitHierarchical(design, y, genre, genres, {weight}), alike: rho};
}

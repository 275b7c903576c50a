import {randomSource} from "../../../lib/random/randomSource.js";

/** What a sampled explanation is asked about. */
export interface Sampled {
  readonly predict: (x: ArrayLike<number>) => number;
  readonly row: readonly number[];
  readonly background: readonly (readonly number[])[];
}

/** The value of a coalition: the mean prediction over the background with the row's features in S. */
export const meanOver =
  ({predict, row, background}: Sampled) =>
  (S: number): number =>
    background.reduce((sum, other) => sum + predict(row.map((x, j) => ((S >>> j) & 1 ? x : other[j]))), 0) /
    background.length;

/** A model of five features in which all sizes of interactions occur, up to four; the last one may be missing. */
export const knotted = (x: ArrayLike<number>): number =>
  x[0] * x[1] + Math.sin(3 * x[2]) * x[3] + 2 * x[0] * x[2] * x[3] * (Number.isNaN(x[4]) ? -1 : x[4]) + x[3];

/** Random rows of numbers in [−1, 1). */
export function anyBackground(rows: number, width: number, seed: number): number[][] {
  const random = randomSource(seed);
  return Array.from({length: rows}, () => Array.from({length: width}, () => 2 * random() - 1));
}

/** The question most tests ask. */
export const sampled = (rows: number): Sampled => ({
  predict: knotted,
  row: [0.9, -0.7, 0.5, 1.2, NaN],
  background: anyBackground(rows, 5, 3)
});

/** By how many standard errors values are off. */
export const scores = (values: Float64Array, errors: Float64Array, expected: Float64Array): number[] =>
  [...values].map((value, k) => Math.abs(value - expected[k]) / (errors[k] + 1e-12));

/** The share of scores that 95 % intervals hold. */
export const coverage = (z: readonly number[]): number => z.filter((score) => score <= 1.96).length / z.length;

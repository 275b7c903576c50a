/**
 * How the site's booster is grown: one fixed choice for every exam and fold, so that no exam tunes on what it tests.
 * Made on folds of another seed than the exams'.
 */
export const BOOSTED_SETTINGS = {
  depth: 6,
  learningRate: 0.024,
  lambda: 5,
  minChildWeight: 10,
  subsample: 0.7, // of the artists
  columnSample: 0.7
};

const ROWS_A_ROUND = 26;
const [FEWEST, MOST] = [50, 1250];

/** Trees for a number of training rows: one decade is learned by heart in a quarter of the rounds that six can use. */
export function boostedRounds(rows: number): number {
  return Math.min(Math.max(Math.round(rows / ROWS_A_ROUND), FEWEST), MOST);
}

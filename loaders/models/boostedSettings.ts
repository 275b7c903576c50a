/**
 * How the site's booster is grown: one fixed choice for every exam and fold, so that no exam tunes on what it tests.
 */
export const BOOSTED_SETTINGS = {
  rounds: 1000,
  depth: 6,
  learningRate: 0.03,
  lambda: 5,
  minChildWeight: 10,
  subsample: 0.8, // of the artists
  columnSample: 0.5
};

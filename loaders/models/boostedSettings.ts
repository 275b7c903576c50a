/**
 * How the site's booster is grown: one fixed choice for every exam and fold, so that no exam tunes on what it tests.
 */
export const BOOSTED_SETTINGS = {
  rounds: 600,
  depth: 6,
  learningRate: 0.04,
  lambda: 1,
  minChildWeight: 5,
  subsample: 0.8,
  columnSample: 0.8
};

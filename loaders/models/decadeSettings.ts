/**
 * How the trees of one decade are grown: one fixed choice for all decades, as coarse as the pages load them.
 */
export const DECADE_SETTINGS = {
  rounds: 300,
  depth: 4,
  learningRate: 0.05,
  lambda: 5,
  minChildWeight: 10,
  subsample: 0.7, // of the artists
  columnSample: 0.7
};

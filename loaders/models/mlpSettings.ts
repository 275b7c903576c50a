/**
 * How the site's network is trained: one fixed choice for every exam and fold, so that no exam tunes on what it tests.
 */
export const MLP_SETTINGS = {
  hidden: [64, 32],
  segments: 12,
  epochs: 10,
  batch: 512,
  learningRate: 0.007,
  dropout: 0.2,
  validation: 0.1,
  patience: 5
};

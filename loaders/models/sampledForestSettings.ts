/**
 * How much ml-random-forest is given: its time grows with the square of the rows, and this is about 5 s a fit.
 *
 * Fixed, not measured at run time, so that every machine fits the same forest. At that time fewer rows for more trees,
 * or more for fewer, are worth no more.
 */
export const SAMPLED_FOREST_SETTINGS = {
  rows: 250,
  trees: 120
};

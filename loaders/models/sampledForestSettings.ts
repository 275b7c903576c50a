/**
 * How much ml-random-forest is given: its time grows with the square of the rows, and this is about .8 s a fit.
 *
 * Fixed, not measured at run time, so that every machine fits the same forest. On a fold of another seed than the exams',
 * 100 rows x 150 trees took 1.8 s for AUC .828, 150 x 100 took 3.5 s for .828, and 250 x 120 took 13.6 s for .833.
 */
export const SAMPLED_FOREST_SETTINGS = {
  rows: 100, // drawn anew for each tree
  trees: 60
};

/**
 * How the site's glassbox is built: one fixed choice for every exam and fold, so that no exam tunes on what it tests.
 * What depends on the data, the penalties and which pairs get a surface, is chosen inside the rows it is fitted to.
 */
export const GLASSBOX_SETTINGS = {
  knots: 16,
  pairs: 10,
  pairKnots: 5
};

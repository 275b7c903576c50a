/**
 * One fold a decade, for exams from the past to the future: the latest decades in order of time.
 *
 * @param decade first years, n values; NaN is unknown
 * @param folds how many decades are tested at most; the one before them, fold 0, is only learned from
 * @returns fold: of each row, 0 .. folds, and 255 for a row of unknown decade or of one before fold 0;
 *   decades: first years of fold 0, 1, ..; fewer than two of them make no exam
 */
export function decadeFolds(decade: Float32Array, folds: number): {fold: Uint8Array; decades: number[]} {
  const known = [...new Set(decade)].filter((year) => !Number.isNaN(year)).sort((a, b) => a - b);
  const decades = known.slice(-folds - 1);
  const fold = Uint8Array.from(decade, (year) => {
    const k = decades.indexOf(year);
    return k < 0 ? 255 : k;
  });
  return {fold, decades};
}

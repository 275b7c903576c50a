/** A row of a study as the models need it; a study tells genre or popularity of all its rows or of none. */
export interface TrackRow {
  readonly uri: string;
  readonly title: string;
  readonly artist: string;
  readonly label: 0 | 1;
  readonly x: ArrayLike<number>; // one value a column of `FEATURES`, in its order; NaN if missing
  readonly genre?: string; // hostile text; "" where not told
  readonly popularity?: number; // 0 to 100
}

/** How to read one study's CSV; one adapter a file, listed in `ADAPTERS`. */
export interface Adapter {
  readonly study: string; // "Hit Predictor"
  readonly columns: readonly string[]; // the header must hold them all, in any order
  /**
   * Prepares a reader for one file; call it with each row's cells, as many as the header's.
   *
   * @throws InputError if the file as a whole cannot be used
   */
  reader(header: readonly string[], file: string): (cells: readonly string[]) => TrackRow;
}

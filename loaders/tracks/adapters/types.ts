import type {LabelWords, PopularityRule} from "../../../lib/wire/LabelWords.js";

/** A row of a study as the models need it; a study tells genre or popularity of all its rows or of none. */
export interface TrackRow {
  readonly uri: string;
  readonly title: string;
  readonly artist: string;
  readonly label?: 0 | 1; // 1 hit; told of all rows or, where popularity tells it, of none
  readonly x: ArrayLike<number>; // one value a feature of the adapter, in its order; NaN if missing
  readonly genre?: string; // hostile text; "" where not told
  readonly popularity?: number; // 0 to 100
}

/** How to read one study's CSV; one adapter a file, listed in `ADAPTERS`. */
export interface Adapter {
  readonly study: string; // "Hit Predictor"
  readonly about: string; // sentences: what it holds, who made it, where it is, its licence
  readonly columns: readonly string[]; // the header must hold them all, in any order
  readonly features: readonly string[]; // what the study knows of a track: some of `FEATURES`, in that order
  readonly label: LabelWords | ((popularity: PopularityRule) => LabelWords); // a function where popularity tells hits
  /**
   * Prepares a reader for one file; call it with each row's cells, as many as the header's.
   *
   * @throws InputError if the file as a whole cannot be used
   */
  reader(header: readonly string[], file: string): (cells: readonly string[]) => TrackRow;
}

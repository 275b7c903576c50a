import {takeValues} from "../columns.js";
import {designOf} from "./designOf.js";
import {fitWeighted, type GenreRows} from "./fitWeighted.js";
import {hierarchicalMargins} from "./hierarchicalMargins.js";

/**
 * Margins out of fold by genres' own corrections of a common model, shrunk to those of all genres.
 *
 * Each fold is asked what fitWeighted learned from the others. The common model's margins are a column; those that a
 * correction is learned from are by models that saw neither their own fold nor the one asked. Had they seen the one
 * asked, its labels would reach the correction, which ranks labels drawn by chance above .5.
 *
 * @param part the fold each row is tested in
 * @param common the common model's margins when a fold is asked: its own rows out of fold, all others out of both
 * @param columns what else a genre may weigh in its own way
 * @returns log-odds, one a row
 * @see Wolpert 1992, Stacked Generalization, Neural Networks 5(2); nested folds: Varma and Simon 2006, BMC
 *   Bioinformatics 7:91
 */
export function sharedMargins(
  rows: GenreRows,
  part: Uint8Array,
  common: (fold: number) => Float64Array,
  columns: readonly Float64Array[]
): Float64Array {
  const margins = new Float64Array(part.length);
  for (const fold of new Set(part)) {
    const [asked, learned] = [true, false].map((isAsked) =>
      Int32Array.from(part.keys()).filter((row) => (part[row] === fold) === isAsked)
    );
    const all = [common(fold), ...columns];
    const {fit} = fitWeighted(designOf(all, learned), {
      y: takeValues(rows.y, learned),
      genre: takeValues(rows.genre, learned),
      artist: takeValues(rows.artist, learned),
      genres: rows.genres
    });
    const told = hierarchicalMargins(fit, designOf(all, asked), takeValues(rows.genre, asked));
    asked.forEach((row, i) => (margins[row] = told[i]));
  }
  return margins;
}

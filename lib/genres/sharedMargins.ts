import {takeValues} from "../columns.js";
import {designOf} from "./designOf.js";
import {fitWeighted, type GenreRows} from "./fitWeighted.js";
import {hierarchicalMargins} from "./hierarchicalMargins.js";

/**
 * Margins out of fold by genres' own corrections of a common model, shrunk to those of all genres.
 *
 * Each fold is asked what fitWeighted learned from the others. The first column holds the common model's margins, which
 * are out of fold themselves: corrections are learned from predictions as good as those they correct. Those of the
 * folds learned from were made by models that had seen the fold asked, as in all stacking; shuffled labels give no
 * more than chance.
 *
 * @param part the fold each row is tested in
 * @param columns the common margin, then what else a genre may weigh in its own way
 * @returns log-odds, one a row
 * @see Wolpert 1992, Stacked Generalization, Neural Networks 5(2)
 */
export function sharedMargins(rows: GenreRows, part: Uint8Array, columns: readonly Float64Array[]): Float64Array {
  const margins = new Float64Array(part.length);
  for (const fold of new Set(part)) {
    const [asked, learned] = [true, false].map((isAsked) =>
      Int32Array.from(part.keys()).filter((row) => (part[row] === fold) === isAsked)
    );
    const {fit} = fitWeighted(designOf(columns, learned), {
      y: takeValues(rows.y, learned),
      genre: takeValues(rows.genre, learned),
      artist: takeValues(rows.artist, learned),
      genres: rows.genres
    });
    const told = hierarchicalMargins(fit, designOf(columns, asked), takeValues(rows.genre, asked));
    asked.forEach((row, i) => (margins[row] = told[i]));
  }
  return margins;
}

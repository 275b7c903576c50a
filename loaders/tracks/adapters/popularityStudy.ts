import {findColumns} from "../../../lib/csv/findColumns.js";
import {parseDecade} from "../../../lib/csv/parseDecade.js";
import {quoteText} from "../../../lib/csv/quoteText.js";
import {FEATURES} from "../../../lib/features/features.js";
import {popularityLabel} from "./popularityLabel.js";
import {readFeature} from "./readFeature.js";
import type {Adapter} from "./types.js";
import {UnusableRow} from "./UnusableRow.js";

/** What a study calls its columns. */
export interface PopularityColumns {
  readonly id: string;
  readonly title: string;
  readonly artist: string;
  readonly popularity: string; // 0 to 100
  readonly genre: string;
  readonly released: string | null; // a date that starts with a year; null where the study tells none
}

/**
 * The adapter of a study that tells a track's popularity and not whether it was a hit; hits are the tracks of a
 * popularity from a threshold on.
 *
 * @param lacks features that the study has no column for; the decade comes from `released`
 */
export function popularityStudy(
  told: Pick<Adapter, "study" | "about">,
  columns: PopularityColumns,
  lacks: readonly string[]
): Adapter {
  const features = FEATURES.filter(({name}) => name !== "decade" && !lacks.includes(name));
  const {id, title, artist, popularity, genre, released} = columns;
  const texts = [id, title, artist, popularity, genre, ...(released === null ? [] : [released])];
  const names = features.map(({name}) => name);
  return {
    ...told,
    columns: [...texts, ...names],
    features: released === null ? names : [...names, "decade"],
    label: popularityLabel,
    reader(header, file) {
      const [idAt, titleAt, artistAt, popularityAt, genreAt, releasedAt] = findColumns(header, texts, file);
      const at = findColumns(header, names, file);
      return (cells) => {
        const uri = cells[idAt].trim();
        if (uri === "") throw new UnusableRow(`blank ${id}`, "expected a track's id; got an empty cell", id);
        if (cells[titleAt].trim() === "" && cells[artistAt].trim() === "")
          throw new UnusableRow("blank names", "expected a title or an artist; got two empty cells", title);
        const x = at.map((column, j) => readFeature(cells[column], features[j]));
        if (released !== null) x.push(readReleased(cells[releasedAt], released));
        return {
          uri,
          title: cells[titleAt],
          artist: cells[artistAt],
          x,
          genre: cells[genreAt],
          popularity: readPopularity(cells[popularityAt], popularity)
        };
      };
    }
  };
}

function readPopularity(cell: string, column: string): number {
  const popularity = /^\s*\d{1,3}(\.0*)?\s*$/.test(cell) ? Number(cell) : NaN;
  if (popularity <= 100) return popularity;
  throw new UnusableRow("unusable popularity", `expected a whole number from 0 to 100; got ${quoteText(cell)}`, column);
}

function readReleased(cell: string, column: string): number {
  try {
    return parseDecade(cell);
  } catch (error) {
    throw new UnusableRow("unusable release date", (error as Error).message, column);
  }
}

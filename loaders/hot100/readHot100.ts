import {findColumns} from "../../lib/csv/findColumns.js";
import {InputError} from "../../lib/csv/InputError.js";
import {quoteText} from "../../lib/csv/quoteText.js";
import type {ChartSong} from "../../lib/hot100/joinHot100.js";
import {openCsv} from "../csv/openCsv.js";

const COLUMNS = ["song", "artist", "first_chart_date", "last_chart_date", "weeks", "peak"];

/**
 * Reads lists of the songs of the Hot 100: `song`, `artist`, `first_chart_date` and `last_chart_date` (YYYY-MM-DD),
 * `weeks` and `peak`, in any order; others are ignored.
 *
 * @param files CSVs, gzipped or not
 * @throws InputError if a file cannot be read, lacks a column, or a row holds something else; it names the first
 */
export async function readHot100(files: readonly string[]): Promise<ChartSong[]> {
  const songs: ChartSong[] = [];
  for (const file of files) {
    const csv = await openCsv(file);
    try {
      const at = findColumns(csv.header, COLUMNS, file);
      const missing = COLUMNS.filter((_, j) => at[j] < 0);
      if (missing.length > 0) {
        const got = quoteText(csv.header.join(","), 120);
        throw new InputError(`expected the columns ${COLUMNS.join(", ")}; got ${got}`, {file, line: 1});
      }
      for await (const batch of csv.batches) {
        for (const {line, cells} of batch) {
          const [title, artist, first, last, weeks, peak] = at.map((j) => cells[j] ?? "");
          const place = (column: string) => ({file, line, column});
          songs.push({
            title,
            artist,
            firstYear: yearOf(first, place("first_chart_date")),
            lastYear: yearOf(last, place("last_chart_date")),
            weeks: countOf(weeks, 5_000, place("weeks")),
            peak: countOf(peak, 100, place("peak"))
          });
        }
      }
    } finally {
      await csv.close();
    }
  }
  return songs;
}

type Place = ConstructorParameters<typeof InputError>[1];

function yearOf(cell: string, place: Place): number {
  const year = /^\s*(\d{4})-\d\d-\d\d\s*$/.exec(cell)?.[1];
  if (year === undefined) throw new InputError(`expected a date like 1965-10-09; got ${quoteText(cell)}`, place);
  return Number(year);
}

function countOf(cell: string, most: number, place: Place): number {
  const count = cell.trim() === "" ? NaN : Number(cell);
  if (Number.isInteger(count) && count >= 1 && count <= most) return count;
  throw new InputError(`expected a whole number from 1 to ${most}; got ${quoteText(cell)}`, place);
}

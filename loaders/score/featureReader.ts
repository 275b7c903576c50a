import {findColumns} from "../../lib/csv/findColumns.js";
import {InputError} from "../../lib/csv/InputError.js";
import {quoteText} from "../../lib/csv/quoteText.js";
import type {CsvRow} from "../csv/openCsv.js";
import {cellParser} from "../../lib/csv/cellParser.js";

/** Most names that an error lists. */
const MOST_NAMES = 20;

/** Reads the features of a model from the rows of one CSV. */
export interface FeatureReader {
  readonly names: readonly string[]; // of the model's features, in its order
  readonly at: ReadonlySet<number>; // columns of the CSV that hold features: numbers, once read
  /**
   * Reads one row into row i of the columns given, one a feature.
   *
   * @throws InputError naming file, line, column, what was expected and what came
   */
  read(row: CsvRow, columns: readonly Float32Array[], i: number): void;
  /** Zeros read as missing so far, of the features in which there were any. */
  zeros(): ReadonlyMap<string, number>;
}

export interface FeatureReaderOptions {
  readonly decade?: string; // stands for the column decade, which then must not be there
  readonly asIs?: boolean; // see `cellParser`
}

/**
 * Finds the features of a model among the columns of a CSV, by name and in any order.
 *
 * @param header the CSV's, names not repeated
 * @param names of the model's features
 * @param file the CSV's name in errors
 * @throws InputError if a name is given twice, a feature has no column, or the decade given is none or not needed
 */
export function featureReader(
  header: readonly string[],
  names: readonly string[],
  file: string,
  {decade, asIs = false}: FeatureReaderOptions = {}
): FeatureReader {
  refuseRepeats(header, file);
  const at = findColumns(
    header,
    names.map((name) => name.trim()),
    file
  );
  const parsers = names.map((name) => cellParser(name.trim(), asIs));
  const constants = new Map<number, number>();
  if (decade !== undefined) {
    const j = names.indexOf("decade");
    if (j < 0) throw new InputError("expected a model with the feature decade; got one without", {file: "--decade"});
    if (at[j] >= 0) throw new InputError("expected no --decade beside this column; got both", {file, column: "decade"});
    constants.set(
      j,
      place(() => parsers[j](decade), {file: "--decade"})
    );
  }
  const absent = names.filter((_, j) => at[j] < 0 && !constants.has(j));
  if (absent.length > 0) throw new InputError(describeAbsent(absent, names.length), {file, line: 1});

  const width = header.length;
  const zeros = names.map(() => 0);
  return {
    names,
    at: new Set(at.filter((column) => column >= 0)),
    read({line, cells}, columns, i) {
      if (cells.length !== width) {
        throw new InputError(`expected ${width} cells like the header; got ${cells.length}`, {file, line});
      }
      let j = 0;
      try {
        for (; j < at.length; j++) {
          if (at[j] < 0) {
            columns[j][i] = constants.get(j)!;
            continue;
          }
          const cell = cells[at[j]];
          const value = parsers[j](cell);
          columns[j][i] = value;
          if (value !== value && cell !== "" && cell.trim() !== "") zeros[j]++;
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new InputError(error.message, {file, line, column: names[j]});
      }
    },
    zeros: () => new Map(names.map((name, j) => [name, zeros[j]] as const).filter(([, count]) => count > 0))
  };
}

/** Refuses names given twice; columns without a name, which spreadsheets leave behind, may be many. */
function refuseRepeats(header: readonly string[], file: string): void {
  const seen = new Set<string>();
  for (const name of header.map((text) => text.trim()).filter((text) => text !== "")) {
    if (seen.has(name))
      throw new InputError("expected each column once; got this one twice", {file, line: 1, column: name});
    seen.add(name);
  }
}

function describeAbsent(absent: readonly string[], count: number): string {
  const listed = absent.slice(0, MOST_NAMES).map((name) => quoteText(name));
  if (absent.length > MOST_NAMES) listed.push(`${absent.length - MOST_NAMES} more`);
  const hint = absent.includes("decade") ? "empty where unknown, decade also as --decade" : "empty where unknown";
  return `expected a column for each of the model's ${count} features (${hint}); got none for ${listed.join(", ")}`;
}

function place<T>(read: () => T, where: {file: string}): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? new InputError(error.message, where) : error;
  }
}

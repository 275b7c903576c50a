import type {CsvFile} from "../../../loaders/csv/openCsv.js";

/** A CSV as `openCsv` hands it over, from cells: batches of the size given, lines counted from 2. */
export function csvOf(header: string[], rows: readonly string[][], rowsPerBatch = 3): CsvFile {
  const batches = (async function* () {
    for (let i = 0; i < rows.length; i += rowsPerBatch) {
      yield rows.slice(i, i + rowsPerBatch).map((cells, k) => ({line: i + k + 2, cells}));
    }
  })();
  return {name: "t.csv", header, batches, close: () => Promise.resolve()};
}

/** All that a generator yields. */
export async function allOf<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

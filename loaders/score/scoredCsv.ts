import {csvFormatRow} from "d3-dsv";
import type {Columns} from "../../lib/columns.js";
import {InputError} from "../../lib/csv/InputError.js";
import {safeCell} from "../../lib/csv/safeCell.js";
import type {CsvFile} from "../csv/openCsv.js";
import type {FeatureReader} from "./featureReader.js";
import {mapInOrder} from "./mapInOrder.js";
import {readBatches} from "./readBatches.js";
import type {StreamOptions} from "./streamOptions.js";

const ADDED = "p_hit";

/**
 * A CSV with the column p_hit added at its end: its text, piece by piece, lines ending in LF.
 *
 * @param reader for the CSV's header
 * @param predict probabilities of 1, one a row; it may keep the columns it is given
 * @throws InputError if p_hit is a column already, or at the first row that cannot be read
 */
export async function* scoredCsv(
  csv: CsvFile,
  reader: FeatureReader,
  predict: (X: Columns) => Promise<Float64Array>,
  {rowsPerBatch, inFlight, onRows, signal}: StreamOptions
): AsyncGenerator<string, void, void> {
  if (csv.header.some((name) => name.trim() === ADDED)) {
    const problem = "expected no such column, since it will be added; got one";
    throw new InputError(problem, {file: csv.name, line: 1, column: ADDED});
  }
  yield `${csvFormatRow([...csv.header.map(safeCell), ADDED])}\n`;
  // Cells that were read as numbers are left as they are: "-7.5 " with a space is no formula.
  const carry = (cells: readonly string[]) =>
    csvFormatRow(cells.map((cell, column) => (reader.at.has(column) ? cell : safeCell(cell))));
  const batches = readBatches(csv, reader, {rowsPerBatch, carry, signal});
  const scored = mapInOrder(batches, inFlight, async ({X, carried}) => ({carried, p: await predict(X)}));
  for await (const {carried, p} of scored) {
    let text = "";
    for (let i = 0; i < p.length; i++) text += `${carried[i]},${Number(p[i].toPrecision(9))}\n`;
    yield text;
    onRows?.(p.length);
  }
}

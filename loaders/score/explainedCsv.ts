import {csvFormatRow} from "d3-dsv";
import type {Columns} from "../../lib/columns.js";
import {InputError} from "../../lib/csv/InputError.js";
import {safeCell} from "../../lib/csv/safeCell.js";
import type {Explanation} from "../../lib/shap/types.js";
import type {CsvFile} from "../csv/openCsv.js";
import type {FeatureReader} from "./featureReader.js";
import {mapInOrder} from "./mapInOrder.js";
import {readBatches} from "./readBatches.js";
import type {StreamOptions} from "./streamOptions.js";

const ADDED = ["base", "margin"];

/** SHAP values of a batch, and its margins as the model predicts them; all in log-odds. */
export interface MarginExplanation extends Explanation {
  readonly margins: Float64Array; // one a row
}

/**
 * SHAP values as a CSV: a column a feature, then base and margin, all digits; its text, piece by piece.
 *
 * @param reader for the CSV's header
 * @param explain it may keep the columns it is given
 * @throws InputError if a feature is named like one of the columns added, or at the first row that cannot be read
 */
export async function* explainedCsv(
  csv: CsvFile,
  reader: FeatureReader,
  explain: (X: Columns) => Promise<MarginExplanation>,
  {rowsPerBatch, inFlight, onRows, signal}: StreamOptions
): AsyncGenerator<string, void, void> {
  const taken = reader.names.find((name) => ADDED.includes(name));
  if (taken !== undefined) {
    const problem = "expected no feature of this name, since explain adds that column; got one";
    throw new InputError(problem, {file: csv.name, line: 1, column: taken});
  }
  yield `${csvFormatRow([...reader.names.map(safeCell), ...ADDED])}\n`;
  const batches = readBatches(csv, reader, {rowsPerBatch, signal});
  for await (const {base, phi, margins} of mapInOrder(batches, inFlight, ({X}) => explain(X))) {
    let text = "";
    for (let i = 0; i < margins.length; i++) {
      for (const column of phi) text += `${column[i]},`;
      text += `${base},${margins[i]}\n`;
    }
    yield text;
    onRows?.(margins.length);
  }
}

import {csvFormatRow} from "d3-dsv";
import type {Columns} from "../../lib/columns.js";
import {InputError} from "../../lib/csv/InputError.js";
import {safeCell} from "../../lib/csv/safeCell.js";
import type {CsvFile} from "../csv/openCsv.js";
import type {ExplainMode} from "./commandOptions.js";
import type {ExplainedBatch} from "./explainBatch.js";
import {featurePairs} from "./featurePairs.js";
import type {FeatureReader} from "./featureReader.js";
import {mapInOrder} from "./mapInOrder.js";
import {readBatches} from "./readBatches.js";
import type {StreamOptions} from "./streamOptions.js";

/**
 * SHAP values as a CSV, all digits; its text, piece by piece. A column a feature, and with interactions then a column a
 * pair ("energy:loudness"); then base and what base and the columns add up to: margin, or p_hit in probability.
 *
 * @param reader for the CSV's header
 * @param explain it may keep the columns it is given
 * @throws InputError if a feature is named like one of the columns added, or at the first row that cannot be read
 */
export async function* explainedCsv(
  csv: CsvFile,
  reader: FeatureReader,
  {interactions, space}: ExplainMode,
  explain: (X: Columns) => Promise<ExplainedBatch>,
  {rowsPerBatch, inFlight, onRows, signal}: StreamOptions
): AsyncGenerator<string, void, void> {
  const {names} = reader;
  const pairs = interactions ? featurePairs(names.length).map(([i, j]) => `${names[i]}:${names[j]}`) : [];
  const added = [...pairs, "base", space === "probability" ? "p_hit" : "margin"];
  const taken = names.find((name) => added.includes(name));
  if (taken !== undefined) {
    const problem = "expected no feature of this name, since explain adds that column; got one";
    throw new InputError(problem, {file: csv.name, line: 1, column: taken});
  }
  yield `${csvFormatRow([...names, ...added].map(safeCell))}\n`;
  const batches = readBatches(csv, reader, {rowsPerBatch, signal});
  for await (const {base, columns, predictions} of mapInOrder(batches, inFlight, ({X}) => explain(X))) {
    let text = "";
    for (let i = 0; i < predictions.length; i++) {
      for (const column of columns) text += `${column[i]},`;
      text += `${base},${predictions[i]}\n`;
    }
    yield text;
    onRows?.(predictions.length);
  }
}

import type {Columns} from "../../lib/columns.js";
import type {CsvFile} from "../csv/openCsv.js";
import type {FeatureReader} from "./featureReader.js";

/** Text carried by one batch, in characters: long cells make batches short, so that memory stays bounded. */
const MOST_CHARACTERS = 1 << 22;

/** Some rows of a CSV, in its order. */
export interface Batch {
  readonly X: Columns; // the model's features
  readonly carried: readonly string[]; // what `carry` made of each row; empty without it
}

export interface ReadBatchesOptions {
  readonly rowsPerBatch: number; // most rows of a batch, 1 or more
  readonly carry?: (cells: readonly string[]) => string;
  readonly signal?: AbortSignal;
}

/**
 * Reads a CSV in batches, one at a time in memory.
 *
 * @throws InputError at the first row that cannot be read; the rows before it in its batch are not given out
 */
export async function* readBatches(
  csv: CsvFile,
  reader: FeatureReader,
  {rowsPerBatch, carry, signal}: ReadBatchesOptions
): AsyncGenerator<Batch, void, void> {
  let columns: Float32Array[] = [];
  let carried: string[] = [];
  let length = 0;
  let characters = 0;
  const begin = () => {
    columns = reader.names.map(() => new Float32Array(rowsPerBatch));
    carried = [];
    length = characters = 0;
  };
  const batch = (): Batch => {
    const filled = length === rowsPerBatch ? columns : columns.map((column) => column.slice(0, length));
    return {X: {names: reader.names, columns: filled, length}, carried};
  };
  begin();
  for await (const rows of csv.batches) {
    signal?.throwIfAborted();
    for (const row of rows) {
      reader.read(row, columns, length++);
      if (carry) characters += carried[carried.push(carry(row.cells)) - 1].length;
      if (length < rowsPerBatch && characters < MOST_CHARACTERS) continue;
      yield batch();
      begin();
    }
  }
  if (length > 0) yield batch();
}

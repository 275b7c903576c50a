import {scanRecords} from "./scanRecords.js";
import type {StoredAnswer} from "./types.js";

/**
 * Reads the answers of a store. Of two about the same kind and id the later one counts.
 *
 * @param file answers.jsonl; none if there is no such file
 * @throws InputError naming file and line if a record is not as it was written; one cut off at the end is left out
 */
export async function readAnswers(file: string): Promise<StoredAnswer[]> {
  const answers = new Map<string, StoredAnswer>();
  await scanRecords(file, (record) => {
    if ("id" in record) answers.set(`${record.kind} ${record.id}`, record);
  });
  return [...answers.values()];
}

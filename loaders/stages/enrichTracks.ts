import type {Enriched} from "../../lib/enrich/Enriched.js";
import {scanRecords} from "../enrich/scanRecords.js";
import type {StoreRecord} from "../enrich/StoreRecord.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import {enrichJoin} from "./enrichJoin.js";

/** Spotify's answers beside the rows of the study, from the store at a path. */
export default defineStage(async ({dataset}: {dataset: Dataset}, {file}: {file: string}): Promise<Enriched> => {
  const records: StoreRecord[] = [];
  await scanRecords(file, (record) => records.push(record));
  return enrichJoin(records, dataset.raw.uri);
});

import type {Enriched} from "../../lib/enrich/Enriched.js";
import {ENRICHED_INPUTS, knownColumn} from "../../lib/enrich/enrichedSets.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

/** The numbers of a study with Spotify's beside them, and with which of these are known: for the comparison alone. */
export default defineStage(({table, enriched}: {table: Table; enriched: Enriched}): Table => {
  const values = ENRICHED_INPUTS.map(({name}) => enriched.X.columns[enriched.X.names.indexOf(name)]);
  const known = values.map((column) => Float32Array.from(column, (value) => (Number.isNaN(value) ? 0 : 1)));
  const {names, columns, length} = table.X;
  const added = ENRICHED_INPUTS.map(({name}) => name);
  return {
    ...table,
    X: {names: [...names, ...added, ...added.map(knownColumn)], columns: [...columns, ...values, ...known], length}
  };
});

import type {Enriched} from "../../lib/enrich/Enriched.js";
import {fieldCoverage} from "../../lib/enrich/fieldCoverage.js";
import type {EnrichedResult, EnrichmentData} from "../../lib/wire/EnrichmentData.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

interface Needs {
  readonly table: Table;
  readonly enriched: Enriched;
  readonly exam?: readonly EnrichedResult[];
}

/** What pages say of Spotify's answers: counts, shares and days, and no answer itself. */
export default defineStage(({table, enriched, exam}: Needs, {isInput}: {isInput: boolean}): EnrichmentData => ({
  coverage: {asked: enriched.asked, fields: fieldCoverage(enriched, table)},
  isInput,
  exam: exam ?? null
}));

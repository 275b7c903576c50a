import {encodeReasonSpace} from "../lib/tracks/encodeReasonSpace.js";
import {encodeTracks} from "../lib/tracks/encodeTracks.js";
import {encodeTrees} from "../lib/trees/encodeTrees.js";
import {formatXgboost} from "../lib/trees/formatXgboost.js";
import {withoutCovers} from "../lib/trees/withoutCovers.js";
import type {Graph} from "./graph.js";
import {EXPLAINED} from "./reasonsGraph.js";
import {zipJson} from "./site/zipJson.js";
import type {Stage} from "./store/stage.js";

type Outputs = Graph["outputs"];

/** Tells the result of one of the graph's outputs. */
export type Ask = <K extends keyof Outputs>(name: K) => Promise<Outputs[K] extends Stage<infer T> ? T : never>;

type DataFile = (ask: Ask) => Promise<string | Uint8Array>;

const json =
  (name: keyof Outputs): DataFile =>
  async (ask) =>
    JSON.stringify(await ask(name));

/** The files that pages fetch from data/, and how each is made of the graph's outputs. */
export const DATA_FILES: Readonly<Record<string, DataFile>> = {
  "booster.arrow": async (ask) => encodeTrees(await ask("boosted")), // see lib/trees/encodeTrees.ts
  "catalogue.json": json("catalogue"), // lib/catalogue/CatalogueData.ts
  "decades.arrow": async (ask) => encodeTrees(...(await ask("decades")).trees), // boosted models that know one decade each
  "enrichment.json": json("enrichment"), // lib/wire/EnrichmentData.ts
  "errors.json": json("errors"), // lib/wire/ErrorsData.ts
  "explain.json": json("explain"), // lib/wire/ExplainData.ts
  "explore.json": json("explore"), // lib/wire/ExploreData.ts
  "familiar.json": json("familiar"), // FamiliarTracks in lib/wire/PredictData.ts
  "forest.arrow": async (ask) => encodeTrees(withoutCovers((await ask("forest")).trees)), // for predicting alone
  "genres.json": json("genres"), // lib/wire/GenresData.ts
  "hot100.json": json("hot100"), // lib/wire/Hot100Data.ts
  "insights.json": json("insights"), // lib/wire/InsightsData.ts
  "models.json": json("models"), // lib/wire/ModelsData.ts
  "outside.arrow": async (ask) => encodeTrees(...(await ask("outside")).trees), // loaders/stages/outsideModels.ts
  "outside.json": async (ask) => JSON.stringify((await ask("outside")).data), // lib/outside/OutsideData.ts
  "overview.json": json("overview"), // lib/wire/OverviewData.ts
  "predict.json": json("predict"), // lib/wire/PredictData.ts
  "reasonSpace.arrow": async (ask) => encodeReasonSpace(await ask("reasonSpace")), // lib/tracks/encodeReasonSpace.ts
  "reasons.zip": reasonsZip, // data/reasons/*.json; lib/wire/ExplainData.ts
  "refits.arrow": async (ask) => encodeTrees(...(await ask("refits"))), // boosted, on other draws of the artists
  "search.json": json("search"), // lib/search/decodeSearch.ts
  "shapes.json": json("shapes"), // lib/wire/ShapesData.ts
  "tracks.arrow": async (ask) => encodeTracks(await ask("tracks")), // lib/tracks/encodeTracks.ts
  "xgboost.json": async (ask) => formatXgboost(await ask("boosted")) // lib/trees/formatXgboost.ts
};

async function reasonsZip(ask: Ask): Promise<Uint8Array> {
  const names = ["songs" as const, ...EXPLAINED.flatMap((id) => [`reasons-${id}` as const, `effects-${id}` as const])];
  const files = await Promise.all(names.map(async (name) => [name, await ask(name)] as const));
  return zipJson(Object.fromEntries(files));
}

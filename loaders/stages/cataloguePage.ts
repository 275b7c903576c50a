import {createHash} from "node:crypto";
import type {CatalogueData} from "../../lib/catalogue/CatalogueData.js";
import {trainedFeature} from "../../lib/catalogue/trainedFeature.js";
import {takeRows} from "../../lib/columns.js";
import {encodeTrees} from "../../lib/trees/encodeTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";

interface Needs {
  readonly dataset: Dataset;
  readonly boosted: TreeEnsemble;
}

/** What catalogue.md needs besides the trees. */
export default defineStage(({dataset: {raw, clean, provenance}, boosted}: Needs): CatalogueData => {
  const X = takeRows(raw.X, clean);
  return {
    dataHash: provenance.hash,
    modelHash: createHash("sha256").update(encodeTrees(boosted)).digest("hex").slice(0, 12),
    synthetic: provenance.synthetic,
    tracks: provenance.tracks,
    hitShare: provenance.hits / provenance.tracks,
    features: X.names.map((name, j) => trainedFeature(name, X.columns[j]))
  };
});

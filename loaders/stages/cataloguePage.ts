import type {CatalogueData} from "../../lib/catalogue/CatalogueData.js";
import {trainedFeature} from "../../lib/catalogue/trainedFeature.js";
import {takeRows} from "../../lib/columns.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import {studyIdentity} from "./studyIdentity.js";

interface Needs {
  readonly dataset: Dataset;
  readonly boosted: TreeEnsemble;
}

/** What catalogue.md needs besides the trees. */
export default defineStage(({dataset: {raw, clean, provenance}, boosted}: Needs): CatalogueData => {
  const X = takeRows(raw.X, clean);
  return {
    ...studyIdentity(provenance, boosted),
    features: X.names.map((name, j) => trainedFeature(name, X.columns[j]))
  };
});

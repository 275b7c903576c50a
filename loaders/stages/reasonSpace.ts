import {takeRows} from "../../lib/columns.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {ReasonSpace} from "../../lib/wire/TracksData.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

interface Needs {
  readonly table: Table;
  readonly order: Int32Array; // rows
  readonly boosted: TreeEnsemble;
}

/** What each feature contributes to each track's boosted margin, in the order of songOrder. */
export default defineStage(({table: {X}, order, boosted}: Needs, _: object, {onProgress}): ReasonSpace => {
  const {phi} = shapTrees(boosted, takeRows(X, order), {onProgress: (done, total) => onProgress(done / total)});
  return {features: boosted.features, phi: phi.map((column) => Float32Array.from(column))};
});

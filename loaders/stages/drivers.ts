import {mean} from "d3-array";
import {takeRows} from "../../lib/columns.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {Driver} from "../../lib/wire/OverviewData.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

/** How much each feature moves the boosted model, over an even sample of the clean tracks. */
export interface Drivers {
  readonly rows: number;
  readonly drivers: readonly Driver[]; // strongest first
}

/** Mean |SHAP| of every feature. */
export default defineStage(
  ({table: {X, clean}, model}: {table: Table; model: TreeEnsemble}, {rows}: {rows: number}, {onProgress}): Drivers => {
    const every = Math.max(1, Math.floor(clean.length / rows));
    const sample = clean.filter((_, i) => i % every === 0);
    const {phi} = shapTrees(model, takeRows(X, sample), {onProgress: (done, total) => onProgress(done / total)});
    const drivers = model.features.map((feature, j) => ({feature, meanAbsPhi: mean(phi[j], Math.abs) ?? 0}));
    return {rows: sample.length, drivers: drivers.sort((a, b) => b.meanAbsPhi - a.meanAbsPhi)};
  }
);

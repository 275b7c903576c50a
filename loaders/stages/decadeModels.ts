import {CannotFit} from "../../lib/CannotFit.js";
import {columnNamed} from "../../lib/columnNamed.js";
import {takeRows, takeValues} from "../../lib/columns.js";
import {aucInterval} from "../../lib/metrics/aucInterval.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import {roundTrees} from "../../lib/trees/roundTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {DecadeModel} from "../../lib/wire/PredictData.js";
import {defineStage} from "../store/stage.js";
import type {Folds} from "./folds.js";
import type {Table} from "./table.js";

/** Boosted trees of each decade, fitted to its tracks alone. */
export interface DecadeModels {
  readonly models: readonly DecadeModel[]; // by decade, ascending; those that hold too little to learn from are left out
  readonly trees: readonly TreeEnsemble[]; // one a model, over all features of the table in their order
}

interface Needs {
  readonly table: Table;
  readonly folds: Folds;
}
interface Options {
  readonly boosted: BoostedOptions;
  readonly fewest: number; // tracks that a decade must have
}

/** Fits and examines the trees of each decade: on the folds of the artist exam, within the decade. */
export default defineStage(({table, folds}: Needs, {boosted, fewest}: Options, {onProgress}): DecadeModels => {
  const {X, label, artist, clean} = table;
  const decadeOf = columnNamed(X, "decade");
  const decades = [...new Set(takeValues(decadeOf, clean))]
    .filter((year) => !Number.isNaN(year))
    .sort((a, b) => a - b)
    .map((decade) => ({decade, rows: clean.filter((row) => decadeOf[row] === decade)}))
    .filter(({rows}) => rows.length >= fewest);
  const testedIn = new Map(Array.from(folds.artist.rows, (row, i) => [row, folds.artist.fold[i]]));
  const parts = [...new Set(folds.artist.fold)];

  const fit = (rows: Int32Array) =>
    roundTrees(fitBoosted(takeRows(X, rows), takeValues(label, rows), {...boosted, groups: takeValues(artist, rows)}));

  /** AUC on artists not heard; none where the exam is not held or a fold learns from too little. */
  function examine(rows: Int32Array): DecadeModel["auc"] {
    const judged = parts.map((part) => {
      const asked = rows.filter((row) => testedIn.get(row) === part);
      const trees = attempt(() => fit(rows.filter((row) => testedIn.get(row) !== part)));
      return trees && {asked, p: predictTrees(trees, takeRows(X, asked))};
    });
    const known = judged.filter((one) => one !== null);
    if (known.length === 0) return {value: null, low: null, high: null}; // a single refused leaves one label, without AUC
    const asked = Int32Array.from(known.flatMap((one) => [...one.asked]));
    return aucInterval(
      takeValues(label, asked),
      known.flatMap((one) => [...one.p]),
      takeValues(artist, asked)
    );
  }

  const fitted = decades.flatMap(({decade, rows}, done) => {
    onProgress(done / decades.length);
    const trees = attempt(() => fit(rows));
    if (!trees) return [];
    const hitShare = takeValues(label, rows).reduce((sum, y) => sum + y, 0) / rows.length;
    return [{model: {decade, tracks: rows.length, hitShare, auc: examine(rows)}, trees}];
  });
  return {models: fitted.map(({model}) => model), trees: fitted.map(({trees}) => trees)};
});

/** What was fitted; null where the rows hold too little. */
function attempt(fit: () => TreeEnsemble): TreeEnsemble | null {
  try {
    return fit();
  } catch (error) {
    if (error instanceof CannotFit) return null;
    throw error;
  }
}

import {quantile} from "d3-array";
import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {rSquared} from "../../lib/metrics/rSquared.js";
import {ESTIMATED, type EstimatedFeature, type OutsideData, type ToldAuc} from "../../lib/outside/OutsideData.js";
import type {BoostedOptions} from "../../lib/trees/fitBoosted.js";
import type {SharesOptions} from "../../lib/trees/fitShares.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {defineStage} from "../store/stage.js";
import type {Folds} from "./folds.js";
import {fitEstimate, fitKnown} from "./outsideFits.js";
import {outsideInputs} from "./outsideInputs.js";
import {maskedInputs, toldInputs} from "./outsideMasks.js";
import {roundNumbers} from "./roundNumbers.js";
import type {Table} from "./table.js";

const EXAMINED_FOLDS = 2; // of the artist exam, that estimates are examined on
const DIGITS = 4;

/** The models for a song of which only part is known. */
export interface OutsideFits {
  readonly data: OutsideData;
  readonly trees: readonly TreeEnsemble[]; // those that tell a hit, then one an estimated feature; none where they cannot be fitted
}

interface Needs {
  readonly table: Table;
  readonly folds: Folds;
  readonly exam: readonly ToldAuc[];
}
interface Options {
  readonly known: BoostedOptions;
  readonly estimate: SharesOptions;
}

/** Fits the models for a song of which only part is known, to all clean tracks; and examines the estimates. */
export default defineStage(({table, folds, exam}: Needs, {known, estimate}: Options, {onProgress}): OutsideFits => {
  const {X: all, label, artist, clean} = table;
  const tracks = takeRows(all, clean);
  const {X: inputs, questions} = outsideInputs(tracks);
  const trees = fitKnown({inputs, label: takeValues(label, clean), artist: takeValues(artist, clean)}, known);
  const auc = exam.map((one) => ({...one, auc: roundNumbers(one.auc, DIGITS)}));
  const data = {known: inputs.names, questions, auc};
  if (!trees) return {data: {...data, estimates: []}, trees: []};
  const estimates = ESTIMATED.filter((feature) => tracks.names.includes(feature)).flatMap((feature, done) => {
    onProgress((done + 1) / (ESTIMATED.length + 1));
    const values = tracks.columns[tracks.names.indexOf(feature)];
    const fitted = fitEstimate(inputs, values, estimate);
    return fitted ? [{fitted, examined: examine(feature, inputs, values)}] : [];
  });
  return {
    data: {...data, estimates: estimates.map(({examined}) => examined)},
    trees: [trees, ...estimates.map(({fitted}) => fitted)]
  };

  /** How far off the estimates are of artists not heard. */
  function examine(feature: string, X: Columns, values: Float32Array): EstimatedFeature {
    const foldOf = new Map(Array.from(folds.artist.rows, (row, i) => [row, folds.artist.fold[i]]));
    const parts = [...new Set(folds.artist.fold)].slice(0, EXAMINED_FOLDS);
    const judged = parts.flatMap((part) => {
      const of = (isOurs: (row: number) => boolean) => {
        return Array.from(clean.keys()).filter((i) => isOurs(clean[i]) && !Number.isNaN(values[i]));
      };
      const tested = of((row) => foldOf.get(row) === part);
      const learned = of((row) => foldOf.get(row) !== part);
      const fitted = fitEstimate(takeRows(X, learned), takeValues(values, learned), estimate);
      if (!fitted || tested.length === 0) return [];
      const asked = takeRows(X, tested);
      const [answered, measured, some] = [asked, toldInputs(asked, []), maskedInputs(asked, estimate.seed)];
      return [{y: takeValues(values, tested), p: [answered, measured, some].map((told) => predictTrees(fitted, told))}];
    });
    const y = judged.flatMap((one) => [...one.y]);
    const [answered, measured, some] = [0, 1, 2].map((k) => judged.flatMap((one) => [...one.p[k]]));
    const errors = y.map((value, i) => value - some[i]);
    const quality = {
      r2: rSquared(y, answered),
      r2Measured: rSquared(y, measured),
      errorLow: quantile(errors, 0.1) ?? -1,
      errorHigh: quantile(errors, 0.9) ?? 1
    };
    return {feature, ...roundNumbers(quality, DIGITS)};
  }
});

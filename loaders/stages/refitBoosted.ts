import {CannotFit} from "../../lib/CannotFit.js";
import {takeRows, takeValues} from "../../lib/columns.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {drawArtists} from "../../lib/reasons/drawArtists.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {roundTrees, type RoundOptions} from "../../lib/trees/roundTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {Refused} from "../../lib/wire/ModelsData.js";
import {boostedPace} from "../models/boostedSettings.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

/** Trees that were fitted anew, and how they explain the same rows, log-odds. */
export interface Refit {
  readonly trees: TreeEnsemble; // as coarse as they are shipped
  readonly phi: readonly Float32Array[]; // one column a feature, a value an explained row
}

interface Needs {
  readonly table: Table;
  readonly explained: Int32Array;
}
interface Options {
  readonly boosted: BoostedOptions;
  readonly haste: number; // so many times fewer trees, each so many times as strong
  readonly rounding: RoundOptions;
  readonly draw: number; // the bootstrap sample's seed
}

/** Boosted trees that were fitted to a bootstrap sample of the artists, if it holds hits and flops. */
export default defineStage(
  (
    {table: {X, label, artist, clean}, explained}: Needs,
    {boosted, haste, rounding, draw}: Options,
    {onProgress}
  ): Refit | Refused => {
    const rows = takeValues(clean, drawArtists(takeValues(artist, clean), randomSource(draw)));
    const {rounds, learningRate} = {...boostedPace(clean.length), ...boosted};
    try {
      const fitted = fitBoosted(takeRows(X, rows), takeValues(label, rows), {
        ...boosted,
        rounds: Math.round(rounds / haste),
        learningRate: learningRate * haste,
        groups: takeValues(artist, rows),
        onRound: (done, total) => onProgress(done / total)
      });
      const trees = roundTrees(fitted, rounding);
      return {trees, phi: shapTrees(trees, takeRows(X, explained)).phi.map((column) => Float32Array.from(column))};
    } catch (error) {
      if (error instanceof CannotFit) return {refusal: error.message};
      throw error;
    }
  }
);

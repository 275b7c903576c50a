import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {evenPick} from "../../lib/evenPick.js";
import {forwardPass} from "../../lib/mlp/forwardPass.js";
import type {Mlp} from "../../lib/mlp/types.js";
import {permutationInteractions} from "../../lib/shap/permutationInteractions.js";
import {permutationShap} from "../../lib/shap/permutationShap.js";
import {sigmoid} from "../../lib/sigmoid.js";
import {defineStage} from "../store/stage.js";
import {meanInteractions, type ExplainedModel, type ExplainNeeds} from "./explainedModel.js";
import {explainRows} from "./explainRows.js";

interface Options {
  readonly background: number; // training rows that unknown features are taken from
  readonly permutations: number; // of the features, a row
  readonly pairTracks: number;
  readonly pairPermutations: number;
  readonly seed: number;
}

/** How the network explains, by permutations drawn: with standard errors. */
export default defineStage(
  (
    {table: {X, clean}, explained, model}: ExplainNeeds<Mlp>,
    {background: size, permutations, pairTracks, pairPermutations, seed}: Options,
    {onProgress}
  ): ExplainedModel => {
    const margin = forwardPass(model);
    const background = rowsOf(takeRows(X, takeValues(clean, evenPick(clean.length, size))));
    const rows = takeRows(X, explained);
    const few = takeRows(X, takeValues(explained, evenPick(explained.length, pairTracks)));
    const half = (from: number) => (share: number) => onProgress(from + share / 2);
    const drawn = (predict: (x: ArrayLike<number>) => number, row: Float32Array) =>
      permutationShap(predict, row, background, {permutations, seed});
    // The same seed asks about the same rows in the same order, so that the margins serve both spaces.
    const margins: number[] = [];
    const inLogOdds = explainRows((row) => drawn((x) => margins[margins.push(margin(x)) - 1], row), rows, half(0));
    let asked = 0;
    const inProbability = explainRows((row) => drawn(() => sigmoid(margins[asked++]), row), rows, half(0.5));
    const together = rowsOf(few).map((row) =>
      permutationInteractions(margin, row, background, {permutations: pairPermutations, seed})
    );
    return {
      spaces: [
        {space: "log-odds", ...inLogOdds},
        {space: "probability", ...inProbability}
      ],
      interactions: meanInteractions(few, (i, j, k) => together[i].phi[j * few.columns.length + k])
    };
  }
);

const rowsOf = ({columns, length}: Columns) =>
  Array.from({length}, (_, i) => Float32Array.from(columns, (column) => column[i]));

import {takeValues} from "../../lib/columns.js";
import {predictMlp} from "../../lib/mlp/predictMlp.js";
import {fitMlp, type MlpOptions} from "../models/mlp/fitMlp.js";
import {halvedForMany} from "../models/manyRows.js";
import {defineStage} from "../store/stage.js";
import {predictFold, type FoldNeeds, type FoldOptions} from "./predictFold.js";

/** One fold of the neural network; its early stopping keeps artists apart. */
export default defineStage(
  (needs: FoldNeeds, {mlp, ...options}: FoldOptions & {mlp: MlpOptions & {epochs: number}}, {onProgress}) =>
    predictFold(needs, options, async ({rows, X, y}) => {
      const groups = takeValues(needs.table.artist, rows);
      const onEpoch = (done: number, total: number) => onProgress(done / total);
      const {model, backend, epochs} = await fitMlp(X, y, {
        ...mlp,
        epochs: halvedForMany(mlp.epochs, X.length),
        groups,
        onEpoch
      });
      return {predict: (asked) => predictMlp(model, asked.X), notes: {backend, epochs}};
    })
);

import {takeRows, takeValues} from "../../lib/columns.js";
import type {Mlp} from "../../lib/mlp/types.js";
import {fitMlp, type MlpOptions} from "../models/mlp/fitMlp.js";
import {halvedForMany} from "../models/manyRows.js";
import {defineStage} from "../store/stage.js";
import type {Table} from "./table.js";

/** The neural network the pages use, fitted to all clean tracks. */
export default defineStage(
  async (
    {table: {X, label, artist, clean}}: {table: Table},
    options: MlpOptions & {epochs: number},
    {onProgress}
  ): Promise<Mlp> => {
    const groups = takeValues(artist, clean);
    const onEpoch = (done: number, total: number) => onProgress(done / total);
    const {model} = await fitMlp(takeRows(X, clean), takeValues(label, clean), {
      ...options,
      epochs: halvedForMany(options.epochs, clean.length),
      groups,
      onEpoch
    });
    return model;
  }
);

import {readFile} from "node:fs/promises";
import {InputError} from "../../lib/csv/InputError.js";
import {coverShares} from "../../lib/shap/coverShares.js";
import {parseXgboost} from "../../lib/trees/parseXgboost.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";

/**
 * Reads an XGBoost model from a JSON file, for predicting and explaining.
 *
 * @throws InputError naming the file and what it is instead
 */
export async function readModel(file: string): Promise<TreeEnsemble> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const got = error.code === "ENOENT" ? "no such file" : error.code === "EISDIR" ? "a folder" : error.message;
    throw new InputError(`expected a readable XGBoost model; got ${got}`, {file});
  });
  try {
    const model = parseXgboost(bytes);
    coverShares(model); // refuses what cannot be explained before any row is read
    return model;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(error.message.replace(/^\w+ requires /, "expected "), {file});
  }
}

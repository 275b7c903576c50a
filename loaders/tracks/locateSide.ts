import {stat} from "node:fs/promises";
import {join, resolve} from "node:path";
import {InputError} from "../../lib/csv/InputError.js";
import {listCsvFiles} from "./listCsvFiles.js";

/** Files beside the study, which some page describes. */
export interface Side {
  readonly files: readonly string[];
}

/**
 * Finds CSVs beside the study, the first that holds: what a variable names (a CSV, gzipped or not, or a folder of them),
 * those in a folder of data/raw/. Nothing is downloaded.
 *
 * @param variable of the environment, such as "GENRES"
 * @param folder of data/raw/, such as "spotify-tracks"
 * @returns null where there is neither
 * @throws InputError if the variable names no CSV
 */
export async function locateSide(
  variable: string,
  folder: string,
  {env, root}: {readonly env: Readonly<Record<string, string | undefined>>; readonly root: string}
): Promise<Side | null> {
  const named = env[variable];
  if (!named) {
    const files = await listCsvFiles(join(root, "data/raw", folder));
    return files.length > 0 ? {files} : null;
  }
  const path = resolve(root, named);
  const files = await listCsvFiles(path);
  if (files.length > 0) return {files};
  const got = (await stat(path).catch(() => undefined)) ? "a folder without one" : "nothing there";
  throw new InputError(`expected a CSV or a folder of CSVs (named by ${variable}); got ${got}`, {file: path});
}

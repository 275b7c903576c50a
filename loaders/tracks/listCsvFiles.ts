import {readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {InputError} from "../../lib/csv/InputError.js";

/**
 * The CSVs a path stands for: itself if it is a file, else the `.csv` and `.csv.gz` files directly in that folder, by
 * name (code units, so that every machine agrees); hidden files are left out.
 *
 * @returns paths; none if the folder holds no CSV or nothing is there
 * @throws InputError if a folder holds both `x.csv` and `x.csv.gz`: their tracks would count twice
 */
export async function listCsvFiles(path: string): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return [];
  if (!info.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /^[^.].*\.csv(\.gz)?$/i.test(name)).sort();
  const twice = names.find((name) => names.includes(`${name}.gz`));
  if (twice) throw new InputError(`expected one of ${twice} and ${twice}.gz; got both`, {file: path});
  return names.map((name) => join(path, name));
}

import {mkdir, writeFile} from "node:fs/promises";
import path from "node:path";
import {DATA_FILES, type Ask} from "../dataFiles.js";
import {FONTS} from "./fonts.js";
import {readFont} from "./readFont.js";

/**
 * Writes all that Framework's loaders would into its cache, from one process: each of them would take a second to start.
 * A loader whose output lies there is not run.
 *
 * @param cache Framework's cache folder, without outputs of loaders
 */
export async function writeDataFiles(cache: string, ask: Ask): Promise<void> {
  const write = async (name: string, bytes: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(cache, name)), {recursive: true});
    await writeFile(path.join(cache, name), bytes);
  };
  for (const [name, make] of Object.entries(DATA_FILES)) await write(path.join("data", name), await make(ask));
  for (const {path: served} of FONTS) await write(served, await readFont(served));
}

import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import path from "node:path";
import type {Located} from "./locateTracks.js";

/** What the located tracks are, wherever they lie: stands for their paths in the keys of the stage store. */
export async function locatedIdentity(located: Located): Promise<unknown> {
  const files = await Promise.all(
    located.files.map(async (file) => {
      const bytes = await readFile(file);
      return {name: path.basename(file), sha256: createHash("sha256").update(bytes).digest("hex")};
    })
  );
  return {...located, files};
}

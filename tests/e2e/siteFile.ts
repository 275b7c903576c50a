import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {inject} from "vitest";

/** A data file of the built sample site, by its name without hash and ending. */
export function siteFile(name: string): Buffer {
  const folder = path.join(inject("site").env.SITE_OUTPUT, "_file/data");
  return readFileSync(
    path.join(
      folder,
      readdirSync(folder).find((file) => file.startsWith(`${name}.`))!
    )
  );
}

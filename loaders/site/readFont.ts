import {readFile} from "node:fs/promises";
import path from "node:path";
import {ROOT} from "../root.js";
import {FONTS} from "./fonts.js";

/** The bytes of a font of the site, by the path it is served under. */
export async function readFont(servedPath: (typeof FONTS)[number]["path"]): Promise<Buffer> {
  const {file} = FONTS.find((font) => font.path === servedPath)!;
  return readFile(path.join(ROOT, "node_modules", file));
}

import path from "node:path";
import {fileURLToPath} from "node:url";

/** The project's folder, without a slash at its end. */
export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

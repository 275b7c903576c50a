import path from "node:path";
import {ROOT} from "../root.js";

/** Where Spotify's answers are kept: `ENRICHED` names another folder than data/enriched. */
export function enrichedFile(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return path.resolve(ROOT, env.ENRICHED ? env.ENRICHED : "data/enriched", "answers.jsonl");
}

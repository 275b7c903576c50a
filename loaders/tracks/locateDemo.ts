import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {InputError} from "../../lib/csv/InputError.js";
import {quoteText} from "../../lib/csv/quoteText.js";
import type {Located} from "./locateTracks.js";

/** Tracks drawn for the demo unless `DEMO_TRACKS` says otherwise. */
const DEMO_TRACKS = 12_000;

/** The demo is drawn with one seed, so that every build without data shows the same numbers. */
const DEMO_SEED = 42;

/**
 * The demo of a project: its parameter files, by name, and how many tracks to draw.
 *
 * @param env `DEMO_TRACKS` is read
 * @param root the project's folder
 * @throws InputError if `DEMO_TRACKS` is no whole number from 200 to 1,000,000
 */
export async function locateDemo(
  env: Readonly<Record<string, string | undefined>>,
  root: string
): Promise<Located & {source: "demo"}> {
  const folder = join(root, "data/demo");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  const tracks = env.DEMO_TRACKS ? Number(env.DEMO_TRACKS) : DEMO_TRACKS;
  if (!Number.isInteger(tracks) || tracks < 200 || tracks > 1_000_000) {
    const problem = `expected a whole number from 200 to 1000000; got ${quoteText(env.DEMO_TRACKS!)}`;
    throw new InputError(problem, {file: "DEMO_TRACKS"});
  }
  return {source: "demo", files: names.map((name) => join(folder, name)), tracks, seed: DEMO_SEED};
}

import {readdir, stat} from "node:fs/promises";
import {join, resolve} from "node:path";
import {InputError} from "../../lib/csv/InputError.js";
import {quoteText} from "../../lib/csv/quoteText.js";
import {listCsvFiles} from "./listCsvFiles.js";

/** Where tracks will be read from; files in the order they are read. */
export type Located =
  | {readonly source: "tracks" | "raw" | "download"; readonly files: readonly string[]}
  | {readonly source: "demo"; readonly files: readonly string[]; readonly tracks: number; readonly seed: number};

/** Tracks drawn for the demo unless `DEMO_TRACKS` says otherwise. */
const DEMO_TRACKS = 12_000;

/** The demo is drawn with one seed, so that every build without data shows the same numbers. */
const DEMO_SEED = 42;

export interface LocateTracksOptions {
  env: Readonly<Record<string, string | undefined>>; // TRACKS, OFFLINE, DEMO_TRACKS
  root: string; // the project's folder
}

/**
 * Finds the tracks to analyse, the first that holds: `TRACKS` (a CSV, gzipped or not, or a folder of them), CSVs in
 * data/raw/, the demo.
 *
 * @throws InputError if `TRACKS` holds no CSV, or `DEMO_TRACKS` is no whole number
 */
export async function locateTracks({env, root}: LocateTracksOptions): Promise<Located> {
  if (env.TRACKS) return {source: "tracks", files: await namedFiles(resolve(root, env.TRACKS))};
  const raw = await listCsvFiles(join(root, "data/raw"));
  if (raw.length > 0) return {source: "raw", files: raw};
  return locateDemo({env, root});
}

async function namedFiles(path: string): Promise<string[]> {
  const files = await listCsvFiles(path);
  if (files.length > 0) return files;
  const got = (await stat(path).catch(() => undefined)) ? "a folder without one" : "nothing there";
  throw new InputError(`expected a CSV or a folder of CSVs (named by TRACKS); got ${got}`, {file: path});
}

async function locateDemo({env, root}: LocateTracksOptions): Promise<Located> {
  const folder = join(root, "data/demo");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  const tracks = env.DEMO_TRACKS ? Number(env.DEMO_TRACKS) : DEMO_TRACKS;
  if (!Number.isInteger(tracks) || tracks < 200) {
    throw new InputError(`expected a whole number from 200; got ${quoteText(env.DEMO_TRACKS!)}`, {file: "DEMO_TRACKS"});
  }
  return {source: "demo", files: names.map((name) => join(folder, name)), tracks, seed: DEMO_SEED};
}

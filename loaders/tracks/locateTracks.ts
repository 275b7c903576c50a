import {stat} from "node:fs/promises";
import {join, resolve} from "node:path";
import {InputError} from "../../lib/csv/InputError.js";
import {demoWarning} from "./demoWarning.js";
import {downloadTracks, type DownloadProgress, type DownloadTracksOptions} from "./download/downloadTracks.js";
import {HIT_PREDICTOR_SOURCE, type PinnedSource} from "./download/hitPredictorSource.js";
import {UnreachableError} from "./download/UnreachableError.js";
import {hitRule, type HitRule} from "./hitRule.js";
import {listCsvFiles} from "./listCsvFiles.js";
import {locateDemo} from "./locateDemo.js";

/** Where tracks will be read from; files in the order they are read. */
export type Located = (
  | {readonly source: "tracks" | "raw" | "download"}
  | {readonly source: "demo"; readonly tracks: number; readonly seed: number}
) & {
  readonly files: readonly string[];
  readonly hit?: HitRule; // absent where the environment says nothing of hits
};

export interface LocateTracksOptions {
  env: Readonly<Record<string, string | undefined>>; // TRACKS, OFFLINE, DEMO_TRACKS, HIT_TOP_SHARE, HIT_POPULARITY
  root: string; // the project's folder
  onProgress?: (progress: DownloadProgress) => void; // of a download; the caller draws the bar
  warn?: (text: string) => void; // told loudly when the demo stands in
  download?: Omit<DownloadTracksOptions, "onProgress">; // other mirrors, for tests
}

/**
 * Finds the tracks to analyse, the first that holds: `TRACKS` (a CSV, gzipped or not, or a folder of them), CSVs in
 * data/raw/, those downloaded into data/raw/hit-predictor/ now or before (never now if `OFFLINE` is set), the demo.
 *
 * @throws InputError if `TRACKS` holds no CSV, a download is not what was pinned or cannot be written, or
 * `DEMO_TRACKS`, `HIT_TOP_SHARE` or `HIT_POPULARITY` is no such number
 */
export async function locateTracks(options: LocateTracksOptions): Promise<Located> {
  const hit = hitRule(options.env);
  const located = await locateFiles(options);
  return hit ? {...located, hit} : located;
}

async function locateFiles(options: LocateTracksOptions): Promise<Located> {
  const {env, root, onProgress, warn = console.warn, download = {}} = options;
  if (env.TRACKS) return {source: "tracks", files: await namedFiles(resolve(root, env.TRACKS))};
  const raw = await listCsvFiles(join(root, "data/raw"));
  if (raw.length > 0) return {source: "raw", files: raw};
  const folder = join(root, "data/raw/hit-predictor");
  const source = download.source ?? HIT_PREDICTOR_SOURCE;
  if (await isComplete(folder, source))
    return {source: "download", files: source.files.map((f) => join(folder, f.name))};
  const demo = await locateDemo(env, root);
  if (env.OFFLINE && env.OFFLINE !== "0") {
    warn(demoWarning("there are no tracks in data/raw/, and OFFLINE forbids a download"));
    return demo;
  }
  try {
    return {source: "download", files: await downloadTracks(folder, {...download, onProgress})};
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    warn(demoWarning(`there are no tracks in data/raw/, and the download failed: ${error.message}`));
    return demo;
  }
}

/** Whether every file of a download is there in full; one that was cut off has another name. */
async function isComplete(folder: string, {files}: PinnedSource): Promise<boolean> {
  const sizes = await Promise.all(files.map(({name}) => stat(join(folder, name)).catch(() => undefined)));
  return sizes.every((info, i) => info?.size === files[i].bytes);
}

async function namedFiles(path: string): Promise<string[]> {
  const files = await listCsvFiles(path);
  if (files.length > 0) return files;
  const got = (await stat(path).catch(() => undefined)) ? "a folder without one" : "nothing there";
  throw new InputError(`expected a CSV or a folder of CSVs (named by TRACKS); got ${got}`, {file: path});
}

import {existsSync} from "node:fs";
import {mkdir, open, readdir, readFile, rename, rm, stat} from "node:fs/promises";
import path from "node:path";
import {ROOT} from "../root.js";
import {packResult, unpackResult} from "./packResult.js";

const KEPT_RESULTS = 6; // a stage keeps its newest results, so that going back to other data or code costs nothing

/** The folder of all results; `PROCESSED` moves it. */
export const STORE = path.resolve(ROOT, process.env.PROCESSED ?? "data/processed");

function resultPath(name: string, key: string): string {
  return path.join(STORE, name, `${key}.bin`);
}

/** Whether the store holds a stage's result. A file in place is complete: see `writeResult`. */
export function hasResult(name: string, key: string): boolean {
  return existsSync(resultPath(name, key));
}

/**
 * Reads a stage's result.
 *
 * @throws Error naming the file if it cannot be read
 */
export async function readResult(name: string, key: string): Promise<unknown> {
  const file = resultPath(name, key);
  try {
    return unpackResult(await readFile(file));
  } catch (cause) {
    throw new Error(`readResult cannot read ${path.relative(ROOT, file)}; delete it and build again`, {cause});
  }
}

/** Keeps a stage's result, and beside it the seconds it took (a measurement, so not part of the result). */
export async function writeResult(name: string, key: string, result: unknown, seconds: number): Promise<void> {
  const file = resultPath(name, key);
  await mkdir(path.dirname(file), {recursive: true});
  await writeAtomically(secondsPath(name, key), Buffer.from(JSON.stringify(seconds)));
  await writeAtomically(file, packResult(result));
  await forgetOldResults(path.dirname(file));
}

/** Seconds the stage took when its result was computed; null if that was not kept. */
export async function readSeconds(name: string, key: string): Promise<number | null> {
  const text = await readFile(secondsPath(name, key), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as number);
}

function secondsPath(name: string, key: string): string {
  return path.join(STORE, name, `${key}.seconds`);
}

/** Writes under a temporary name, forces it to the disk, renames: a reader sees all of a file or none of it. */
export async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, "w");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, {force: true});
    throw new Error(`cannot write ${path.relative(ROOT, file)}: ${(cause as Error).message}`, {cause});
  }
}

async function forgetOldResults(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".bin"));
  if (files.length <= KEPT_RESULTS) return;
  const aged = await Promise.all(
    files.map(async (file) => ({file, at: (await stat(path.join(folder, file))).mtimeMs}))
  );
  for (const {file} of aged.sort((a, b) => b.at - a.at).slice(KEPT_RESULTS)) {
    await rm(path.join(folder, file), {force: true});
    await rm(path.join(folder, file.replace(/bin$/, "seconds")), {force: true});
  }
}

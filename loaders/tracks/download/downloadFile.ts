import {createHash} from "node:crypto";
import {open, readFile, rename, rm, stat} from "node:fs/promises";
import {dirname, join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {InputError} from "../../../lib/csv/InputError.js";
import {fetchPart, type FetchPartOptions} from "./fetchPart.js";
import type {PinnedFile} from "./hitPredictorSource.js";
import {UnreachableError} from "./UnreachableError.js";
import {WrongFileError} from "./WrongFileError.js";

/** Attempts at one mirror: one more than this after a failure that brought nothing new, however many did. */
const MAX_ATTEMPTS = 5;

/**
 * Downloads a pinned file from the first mirror that serves it, resuming what an earlier run left in `NAME.part`. The
 * file gets its name only when its SHA-256 is right and it is safely on the disk.
 *
 * @param folder must exist
 * @param mirrors base addresses; one that fails is moved to the end, for the files that follow
 * @throws UnreachableError if no mirror serves it; InputError if the disk cannot take it, or a mirror has another file
 * (by size or hash) and no further mirror has the right one
 */
export async function downloadFile(
  file: PinnedFile,
  folder: string,
  mirrors: string[],
  options: FetchPartOptions = {}
): Promise<void> {
  const path = join(folder, file.name);
  if (await isPinned(path, file)) return options.onBytes?.(file.bytes);
  const part = `${path}.part`;
  const failures: string[] = [];
  let wrong: string | undefined; // what came instead
  for (const mirror of [...mirrors]) {
    try {
      await fetchVerified(new URL(file.name, mirror).href, part, file, options);
      return await settle(part, path);
    } catch (error) {
      if (error instanceof InputError) {
        await rm(part, {force: true}); // gives a full disk its room back
        throw error;
      }
      if (error instanceof WrongFileError) {
        await rm(part, {force: true});
        wrong = error.message;
      }
      failures.push(`${new URL(mirror).host}: ${describe(error)}`);
    }
    mirrors.push(mirrors.splice(mirrors.indexOf(mirror), 1)[0]);
  }
  if (wrong === undefined) throw new UnreachableError(file.name, failures);
  throw new InputError(`expected ${file.bytes} bytes of SHA-256 ${file.sha256}; got ${wrong}`, {file: path});
}

/** Fetches into `part` and checks its hash; where part of it was old, a wrong one is fetched again from the start. */
async function fetchVerified(url: string, part: string, file: PinnedFile, options: FetchPartOptions): Promise<void> {
  const resumed = (await sizeOf(part)) > 0;
  await fetchPatiently(url, part, file.bytes, options);
  const sha256 = await hashOf(part);
  if (sha256 === file.sha256) return;
  await rm(part);
  if (!resumed) throw new WrongFileError(`SHA-256 ${sha256}`);
  return fetchVerified(url, part, file, options);
}

async function fetchPatiently(url: string, part: string, bytes: number, options: FetchPartOptions): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const before = await sizeOf(part);
    try {
      return await fetchPart(url, part, bytes, options);
    } catch (error) {
      if (error instanceof InputError || error instanceof WrongFileError) throw error;
      if (statusOf(error) === 416) await rm(part, {force: true}); // the rest of what is there does not exist
      const gained = (await sizeOf(part)) > before;
      const worthwhile = gained ? attempt < MAX_ATTEMPTS : attempt === 1 && mayPass(error);
      if (!worthwhile) throw error;
      await sleep(200 * attempt);
    }
  }
}

/** Whether a failure without a byte gained may be gone in a moment; a name unknown or a timeout has cost enough. */
function mayPass(error: unknown): boolean {
  const {code} = error as {code?: string};
  const status = statusOf(error) ?? 0;
  return code === "ECONNRESET" || code === "EPIPE" || status >= 500 || status === 429 || status === 416;
}

function statusOf(error: unknown): number | undefined {
  return (error as {response?: {statusCode: number}}).response?.statusCode;
}

function describe(error: unknown): string {
  const {code, message} = error as {code?: string; message: string};
  const status = statusOf(error) ?? 0;
  if (status >= 400) return `HTTP ${status}`;
  return code?.startsWith("E") && !code.startsWith("ERR_") ? code : message;
}

async function settle(part: string, path: string): Promise<void> {
  await rename(part, path);
  const folder = await open(dirname(path));
  await folder.sync().catch(() => undefined); // some systems cannot sync a folder
  await folder.close();
}

async function isPinned(path: string, file: PinnedFile): Promise<boolean> {
  return (await sizeOf(path)) === file.bytes && (await hashOf(path)) === file.sha256;
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

async function hashOf(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

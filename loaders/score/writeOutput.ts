import {once} from "node:events";
import {open, realpath, rename, rm, stat} from "node:fs/promises";
import path from "node:path";
import {pipeline} from "node:stream/promises";
import {createGzip} from "node:zlib";
import {InputError} from "../../lib/csv/InputError.js";

/**
 * Writes text to standard output, no faster than it is read there.
 *
 * @throws what the chunks throw, and the signal's reason
 */
export async function writeStdout(chunks: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    if (!process.stdout.write(chunk)) await once(process.stdout, "drain", {signal});
  }
}

/**
 * Writes text to a file that appears whole or not at all: under a temporary name beside it, forced to the disk, renamed.
 * A name ending in .gz is compressed.
 *
 * @throws InputError if the file cannot be written, what the chunks throw, and the signal's reason
 */
export async function writeFileWhole(file: string, chunks: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  const target = await realpath(file).catch(() => file); // a link stays a link
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, "w"); // exists from here on, so that its removal cannot come too early
    const bytes = handle.createWriteStream({flush: true});
    if (file.endsWith(".gz")) await pipeline(chunks, createGzip(), bytes, {signal});
    else await pipeline(chunks, bytes, {signal});
    await rename(temporary, target);
    await syncFolder(path.dirname(target));
  } catch (error) {
    await rm(temporary, {force: true});
    throw (error as NodeJS.ErrnoException).syscall ? unwritable(file, error) : error;
  }
}

/** @throws InputError if there is something of that name other than a file, or no folder to put it in */
export async function checkOutput(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there && !there.isFile()) {
    throw new InputError(`expected a file to write; got ${there.isDirectory() ? "a folder" : "a device"}`, {file});
  }
  const folder = await stat(path.dirname(file)).catch(() => undefined);
  if (!folder?.isDirectory()) throw new InputError("expected a folder to write into; got none there", {file});
}

function unwritable(file: string, error: unknown): InputError {
  const {code, message} = error as NodeJS.ErrnoException;
  return new InputError(`expected a file that can be written; got ${code ?? message}`, {file});
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().catch(() => undefined); // some systems cannot sync a folder
  await handle.close();
}

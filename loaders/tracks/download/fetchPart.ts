import {once} from "node:events";
import {open, stat, type FileHandle} from "node:fs/promises";
import got, {type Request} from "got";
import {InputError} from "../../../lib/csv/InputError.js";
import {WrongFileError} from "./WrongFileError.js";

export interface FetchPartOptions {
  patienceMs?: number; // to connect, for the first byte, and for each further `stallBytes`
  stallBytes?: number; // fewer in `patienceMs` is a stall
  onBytes?: (receivedBytes: number) => void; // of this file so far, what was there before included
  write?: (file: FileHandle, chunk: Uint8Array) => Promise<unknown>; // tests fill the disk here
}

/**
 * Fetches a file, or the rest of it, into `part`; asks only for what is not there yet. A server that ignores the range
 * and sends everything is taken at its word. Bytes are on the disk (fsync) when this returns.
 *
 * @param bytes the whole file's size; more than that is refused
 * @throws InputError if the disk cannot take it; WrongFileError if the server has a file of another size; got's errors,
 * or Error, if the server fails, stalls or stops short
 */
export async function fetchPart(
  url: string,
  part: string,
  bytes: number,
  options: FetchPartOptions = {}
): Promise<void> {
  const {patienceMs = 5_000, stallBytes = 1_024, onBytes, write = writeAll} = options;
  const there = (await stat(part).catch(() => undefined))?.size ?? 0;
  const start = there > bytes ? 0 : there;
  if (start === bytes) return;
  const request = got.stream(url, {
    headers: {"accept-encoding": "identity", ...(start > 0 && {range: `bytes=${start}-`})},
    decompress: false,
    maxRedirects: 3,
    retry: {limit: 0},
    timeout: {lookup: patienceMs, connect: patienceMs, secureConnect: patienceMs, response: patienceMs}
  });
  request.on("error", () => undefined); // it surfaces where the request is awaited
  const [response] = (await once(request, "response")) as [Answer];
  const resumed = response.statusCode === 206;
  try {
    refuseOther(response, start, bytes);
  } catch (error) {
    request.destroy();
    throw error;
  }
  let received = resumed ? start : 0;
  const guard = watchStall(request, () => received, {patienceMs, stallBytes});
  try {
    const file = await onDisk(part, () => open(part, resumed ? "a" : "w"));
    try {
      for await (const chunk of request as AsyncIterable<Uint8Array>) {
        if (received + chunk.length > bytes) throw new WrongFileError(`more than ${bytes} bytes`);
        await onDisk(part, () => write(file, chunk));
        received += chunk.length;
        onBytes?.(received);
      }
      await onDisk(part, () => file.sync());
    } finally {
      await file.close();
    }
  } finally {
    clearInterval(guard);
    request.destroy();
  }
  if (received < bytes) throw new Error(`${received} of ${bytes} bytes`);
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Reads from the headers whether the body is what was asked for: the range from `start`, of a file of that size. */
function refuseOther({statusCode, headers}: Answer, start: number, bytes: number) {
  const range = headers["content-range"];
  if (statusCode === 206 && !range?.startsWith(`bytes ${start}-`)) throw new Error(`the range ${range}`);
  const size = statusCode === 206 ? range?.split("/")[1] : headers["content-length"];
  if (size !== undefined && size !== "*" && Number(size) !== bytes) throw new WrongFileError(`${size} bytes`);
}

function watchStall(request: Request, received: () => number, limits: {patienceMs: number; stallBytes: number}) {
  let before = received();
  return setInterval(() => {
    const now = received();
    if (now - before < limits.stallBytes) request.destroy(new Error(`a stall at ${now} bytes`));
    before = now;
  }, limits.patienceMs);
}

async function writeAll(file: FileHandle, chunk: Uint8Array) {
  for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten;
}

async function onDisk<T>(part: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    const got = code === "ENOSPC" ? "a full disk (ENOSPC)" : (code ?? String(error));
    throw new InputError(`expected room to write the download; got ${got}`, {file: part});
  }
}

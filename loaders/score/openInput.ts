import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import {addAbortSignal} from "node:stream";
import {openCsv, type CsvFile, type OpenCsvOptions} from "../csv/openCsv.js";
import {streamCsv} from "./streamCsv.js";

export interface OpenInputOptions extends OpenCsvOptions {
  readonly signal?: AbortSignal; // ends a wait for input that does not come
}

/**
 * Opens a CSV for reading: a file, a pipe, or with "-" standard input.
 *
 * @throws InputError as `openCsv` does
 */
export async function openInput(path: string, {signal, onBytes}: OpenInputOptions = {}): Promise<CsvFile> {
  if (path === "-") {
    if (signal) addAbortSignal(signal, process.stdin);
    return streamCsv("standard input", process.stdin, {onBytes});
  }
  const kind = await stat(path).catch(() => undefined); // openCsv words the failure
  const seekable = !kind || kind.isFile() || kind.isDirectory();
  return seekable ? openCsv(path, {onBytes}) : streamCsv(path, createReadStream(path, {signal}), {onBytes});
}

import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import {addAbortSignal} from "node:stream";
import {openCsv, type CsvFile, type OpenCsvOptions} from "../csv/openCsv.js";
import {pipeBytes} from "./pipeBytes.js";

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
    return openPipe("standard input", process.stdin, onBytes);
  }
  const kind = await stat(path).catch(() => undefined); // openCsv words the failure
  const seekable = !kind || kind.isFile() || kind.isDirectory();
  return seekable ? openCsv(path, {onBytes}) : openPipe(path, createReadStream(path, {signal}), onBytes);
}

function openPipe(name: string, source: AsyncIterable<Uint8Array>, onBytes: OpenCsvOptions["onBytes"]) {
  return openCsv(name, {bytes: pipeBytes(name, source), onBytes});
}

import {stat} from "node:fs/promises";
import {format} from "d3-format";
import {Presets, SingleBar} from "cli-progress";

const count = format(",d");

/** Shows how many rows are done. */
export interface RowDisplay {
  start(): void; // once nothing else shows its progress
  bytesRead(bytes: number): void;
  rowsDone(rows: number): void;
  stop(): void;
}

/**
 * A display of rows and rows a second, on stderr if that is a terminal; a plain file also gets a bar.
 *
 * @param input path of the CSV
 */
export async function rowDisplay(input: string): Promise<RowDisplay> {
  const none = () => undefined;
  if (!process.stderr.isTTY) return {start: none, bytesRead: none, rowsDone: none, stop: none};
  const file = await stat(input).catch(() => undefined);
  const size = file?.isFile() && !input.endsWith(".gz") ? file.size : 0;
  const bar = size > 0 ? " {bar} {percentage}%" : "";
  const display = new SingleBar(
    {format: `${bar} {rows} rows, {rate} rows/s`, stream: process.stderr, hideCursor: true, fps: 5},
    Presets.rect
  );
  let rows = 0;
  let bytes = 0;
  let start = 0; // ms
  const payload = () => ({rows: count(rows), rate: count((1000 * rows) / Math.max(1, performance.now() - start))});
  return {
    start() {
      start = performance.now();
      display.start(Math.max(1, size), 0, payload());
    },
    bytesRead(n) {
      bytes += n;
    },
    rowsDone(n) {
      rows += n;
      display.update(Math.min(bytes, size), payload());
    },
    stop() {
      if (!display.isActive) return;
      display.update(Math.min(bytes, size), payload());
      display.stop();
    }
  };
}

import {spawn} from "node:child_process";
import {once} from "node:events";
import {createWriteStream} from "node:fs";
import {mkdtemp, readFile, rm, stat, writeFile} from "node:fs/promises";
import {availableParallelism, tmpdir} from "node:os";
import path from "node:path";
import {takeRows, takeValues} from "../../lib/columns.js";
import {fitBoosted} from "../../lib/trees/fitBoosted.js";
import {writeXgboost} from "../../lib/trees/writeXgboost.js";
import {ROOT} from "../../loaders/root.js";
import {locateTracks} from "../../loaders/tracks/locateTracks.js";
import {readDataset} from "../../loaders/tracks/readDataset.js";
import type {TrackTable} from "../../loaders/tracks/types.js";

/** How fast `score` is on a large CSV, and how much memory it takes. */
export interface ScoreBench {
  readonly source: string; // of the tracks, repeated as often as needed: "demo" or real ones
  readonly rows: number;
  readonly megabytes: number; // of the CSV
  readonly cores: number;
  readonly seconds: number; // of the whole command, its start included
  readonly rowsPerSecond: number;
  readonly peakMegabytes: number | null; // resident; null where the system does not tell
}

/** Scores a million tracks, as a command from a file to a file, with 600 trees of depth 7. */
export async function benchScore({rows = 1_000_000} = {}): Promise<ScoreBench> {
  const located = await locateTracks({env: {...process.env, OFFLINE: "1"}, root: ROOT, warn: () => undefined});
  const {raw, clean} = await readDataset(located);
  const model = fitBoosted(takeRows(raw.X, clean), takeValues(raw.label, clean), {seed: 1, rounds: 600, depth: 7});
  const folder = await mkdtemp(path.join(tmpdir(), "bench-score-"));
  try {
    const [csv, json, output] = ["tracks.csv", "model.json", "scored.csv"].map((name) => path.join(folder, name));
    await writeFile(json, JSON.stringify(writeXgboost(model)));
    await writeTracks(csv, raw, rows);
    const start = performance.now();
    const peakMegabytes = await runScore([csv, "--model", json, "--output", output]);
    const seconds = (performance.now() - start) / 1000;
    const megabytes = (await stat(csv)).size / 2 ** 20;
    const rowsPerSecond = rows / seconds;
    return {
      source: located.source,
      rows,
      megabytes,
      cores: availableParallelism(),
      seconds,
      rowsPerSecond,
      peakMegabytes
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function writeTracks(file: string, {title, X}: TrackTable, rows: number): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`title,${X.names.join(",")}\n`);
  for (let i = 0; i < rows; i++) {
    const row = i % X.length;
    const cells = X.columns.map((column) => (Number.isNaN(column[row]) ? "" : Number(column[row].toPrecision(6))));
    const text = `"${title[row].replaceAll('"', '""')}",${cells.join(",")}\n`;
    if (!stream.write(text)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
}

/** Runs the command; its peak of resident memory is what Linux kept of it, asked now and then. */
async function runScore(args: string[]): Promise<number | null> {
  const options = {cwd: ROOT, stdio: "inherit"} as const;
  const child = spawn(process.execPath, ["--import", "tsx", "loaders/cli/score.ts", ...args], options);
  let peak: number | null = null;
  const timer = setInterval(() => {
    void readFile(`/proc/${child.pid}/status`, "utf8").then(
      (status) => (peak = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? NaN) / 1024 || peak),
      () => undefined
    );
  }, 100);
  const [code] = (await once(child, "exit")) as [number | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`benchScore requires score to succeed; it left with ${code}`);
  return peak;
}

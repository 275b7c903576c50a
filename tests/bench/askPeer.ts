import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Columns} from "../../lib/columns.js";
import {PYTHON} from "./hasXgboost.js";

/** A Python script under peers/ and the module it measures. */
export interface Peer {
  readonly bench: string; // who asks, for the warning where the module is not installed
  readonly module: string;
  readonly script: string;
}

/**
 * Runs a peer over a folder with the files given, its only argument.
 *
 * @returns the JSON it prints; null where its module is not installed
 */
export function askPeer<T>({bench, module, script}: Peer, files: Record<string, string | Uint8Array>): T | null {
  try {
    execFileSync(PYTHON, ["-c", `import ${module}`], {stdio: "ignore"});
  } catch {
    console.warn(`${bench}: ${PYTHON} has no ${module}; measuring ours alone`);
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), `${bench}-bench-`));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const path = fileURLToPath(new URL(`peers/${script}`, import.meta.url));
    return JSON.parse(execFileSync(PYTHON, [path, folder], {encoding: "utf8", maxBuffer: 2 ** 26})) as T;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** X as a peer reads it: float32, column by column. */
export function columnBytes(X: Columns): Uint8Array {
  return Buffer.concat(X.columns.map((column) => Buffer.from(column.slice().buffer)));
}

import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Columns} from "../../lib/columns.js";
import {PYTHON} from "./hasXgboost.js";
import {installPeers, PEERS} from "./installPeers.js";

/** A script under peers/, in Python (.py) or JavaScript (.mjs), and the module or package it measures. */
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
  const python = script.endsWith(".py");
  if (!(python ? hasModule(bench, module) : installPeers(bench, module))) return null;
  const folder = mkdtempSync(join(tmpdir(), `${bench}-bench-`));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const command = python ? PYTHON : process.execPath;
    return JSON.parse(execFileSync(command, [PEERS + script, folder], {encoding: "utf8", maxBuffer: 2 ** 26})) as T;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function hasModule(bench: string, module: string): boolean {
  try {
    execFileSync(PYTHON, ["-c", `import ${module}`], {stdio: "ignore"});
    return true;
  } catch {
    console.warn(`${bench}: ${PYTHON} has no ${module}; measuring without it`);
    return false;
  }
}

/** X as a peer reads it: float32, column by column. */
export function columnBytes(X: Columns): Uint8Array {
  return Buffer.concat(X.columns.map((column) => Buffer.from(column.slice().buffer)));
}

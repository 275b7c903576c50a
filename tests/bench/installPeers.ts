import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";

/** The folder of the peers, with a package file of its own: the site does not need them. */
export const PEERS = fileURLToPath(new URL("peers/", import.meta.url));

/** Whether a JavaScript peer can be measured. Installs all of them the first time; says so where it cannot. */
export function installPeers(bench: string, module: string): boolean {
  if (existsSync(`${PEERS}node_modules/${module}`)) return true;
  console.warn(`${bench}: installing the JavaScript peers of tests/bench/peers/package.json, once`);
  try {
    execFileSync("npm", ["ci", "--ignore-scripts"], {
      cwd: PEERS,
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 120_000
    });
    return true;
  } catch {
    console.warn(`${bench}: npm ci failed in ${PEERS} (offline?); measuring without ${module}`);
    return false;
  }
}

import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** How a command ended and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs; `ended` settles when it has. */
export function startCli(command: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const env = {...process.env, npm_lifecycle_event: "", ...variables}; // not those of npm test
  const child = spawn(process.execPath, ["--import", "tsx", `loaders/cli/${command}.ts`, ...args], {cwd: root, env});
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  child.stdin.on("error", () => undefined); // a command that fails early reads no further
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({code, stdout, stderr})));
  return {child, ended};
}

/** Runs a command to its end, with some standard input. */
export function runCli(command: string, args: readonly string[], stdin: string | Uint8Array = ""): Promise<Ended> {
  const {child, ended} = startCli(command, args);
  child.stdin.end(stdin);
  return ended;
}

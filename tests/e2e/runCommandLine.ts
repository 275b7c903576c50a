import {spawn} from "node:child_process";

/** Runs `npm run <command> -- <args>` as a user would, with more environment; gives its output, throws if it fails. */
export async function runCommandLine(
  command: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = []
): Promise<{stdout: string; stderr: string}> {
  const child = spawn("npm", ["run", "-s", command, "--", ...args], {
    env: {...process.env, ...env},
    stdio: ["ignore", "pipe", "pipe"]
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const output = {stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString()};
  if (code !== 0) throw new Error(`npm run ${command} left with ${code}\n${output.stderr}`);
  return output;
}

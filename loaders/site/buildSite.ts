import {spawn} from "node:child_process";
import {readdir, rename, rm} from "node:fs/promises";
import path from "node:path";
import {ROOT} from "../root.js";
import {bundleModules} from "./bundleModules.js";
import {finishPages} from "./finishPages.js";
import {FRAMEWORK_CACHE, nameImplicitPackages} from "./implicitPackages.js";

export interface BuildSiteOptions {
  readonly fillCache?: (folder: string) => Promise<void>; // with outputs of loaders, which Framework then does not run
  readonly env?: Readonly<Record<string, string>>; // added to the environment of Framework
  readonly signal?: AbortSignal;
}

/**
 * Builds the site with Framework into a folder beside the output, bundles its modules, checks and finishes its pages,
 * then swaps it in: a build that fails or is killed leaves the former site as it was.
 *
 * @param output folder of the finished site
 * @throws Error if Framework fails or a page of the result shows an error
 */
export async function buildSite(output: string, {fillCache, env = {}, signal}: BuildSiteOptions = {}): Promise<void> {
  const building = `${output}.building`;
  await rm(building, {recursive: true, force: true});
  await forgetLoaderOutputs();
  await nameImplicitPackages();
  await fillCache?.(FRAMEWORK_CACHE);
  await runFramework(["build"], {...env, SITE_OUTPUT: path.relative(ROOT, building)}, signal);
  await bundleModules(building);
  await finishPages(building);
  await rm(output, {recursive: true, force: true});
  await rename(building, output);
}

/** Runs Framework's command line; its output goes to stderr, since stdout is for results. */
export async function runFramework(args: string[], env: Record<string, string>, signal?: AbortSignal): Promise<void> {
  const command = path.join(ROOT, "node_modules/.bin/observable");
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ...env},
    stdio: ["ignore", process.stderr.isTTY ? 2 : "pipe", "pipe"],
    signal
  });
  const log: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => log.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => log.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code === 0) return;
  throw new Error(`observable ${args.join(" ")} failed with code ${code}\n${Buffer.concat(log).toString()}`);
}

/** Framework would reuse the output of a loader whose code or data changed: only its own bundles may stay. */
async function forgetLoaderOutputs(): Promise<void> {
  for (const entry of await readdir(FRAMEWORK_CACHE).catch(() => [])) {
    if (!entry.startsWith("_")) await rm(path.join(FRAMEWORK_CACHE, entry), {recursive: true, force: true});
  }
}

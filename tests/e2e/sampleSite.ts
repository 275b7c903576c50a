import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {TestProject} from "vitest/node";
import {serveSite} from "../../loaders/site/serveSite.js";
import {writeSampleSides} from "../fixtures/sampleSides.js";
import {writeSampleStudy} from "../fixtures/sampleStudy.js";
import {runCommandLine} from "./runCommandLine.js";

/** Tracks of the sample study before its spoilt rows. */
export const SAMPLE_TRACKS = 1_500;

declare module "vitest" {
  interface ProvidedContext {
    site: {url: string; folder: string; env: Record<string, string>};
  }
}

/** Builds the site once on a small study with hostile names, and serves it to all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "sample-site-"));
  await writeSampleStudy(path.join(folder, "study"), SAMPLE_TRACKS);
  const env = {
    TRACKS: path.join(folder, "study"),
    PROCESSED: path.join(folder, "processed"),
    SITE_OUTPUT: path.join(folder, "dist"),
    ...(await writeSampleSides(path.join(folder, "sides")))
  };
  await runCommandLine("build", env);
  const server = await serveSite(env.SITE_OUTPUT, 0);
  project.provide("site", {url: server.url, folder, env});
  return async () => {
    await server.close();
    rmSync(folder, {recursive: true, force: true});
  };
}

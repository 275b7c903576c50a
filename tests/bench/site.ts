import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {quantile} from "d3-array";
import {chromium, type Page} from "playwright-core";
import {serveSite} from "../../loaders/site/serveSite.js";
import {findChromium} from "../e2e/findChromium.js";
import {runCommandLine} from "../e2e/runCommandLine.js";

/** What a build and a move of a slider cost. */
export interface SiteBench {
  readonly coldBuildSeconds: number; // on the tracks at hand, empty store
  readonly rebuildSeconds: number; // nothing changed
  readonly demoBuildSeconds: number; // on the demo, empty store
  readonly landingKilobytes: number; // transferred, compressed
  readonly moveMs: {readonly p50: number; readonly p95: number}; // script of one slider's move: predict, SHAP, redraw
}

const MOVES = 200;
const TARGETS = {
  coldBuildSeconds: 400,
  rebuildSeconds: 20,
  demoBuildSeconds: 120,
  landingKilobytes: 350,
  moveP95Ms: 16
};

/** Builds the site into a temporary folder, cold and again, and measures it in a browser. */
export async function benchSite(): Promise<SiteBench> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-site-"));
  try {
    const env = {PROCESSED: path.join(folder, "processed"), SITE_OUTPUT: path.join(folder, "dist")};
    const coldBuildSeconds = await secondsOf(() => runCommandLine("build", env));
    const rebuildSeconds = await secondsOf(() => runCommandLine("build", env));
    const demo = {PROCESSED: path.join(folder, "demo"), SITE_OUTPUT: path.join(folder, "demo-dist")};
    const demoBuildSeconds = await secondsOf(() => runCommandLine("build", {...demo, TRACKS: "", OFFLINE: "1"}));
    const result = {coldBuildSeconds, rebuildSeconds, demoBuildSeconds, ...(await measurePages(env.SITE_OUTPUT))};
    print(result);
    return result;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function measurePages(output: string): Promise<Pick<SiteBench, "landingKilobytes" | "moveMs">> {
  const server = await serveSite(output, 0);
  const browser = await chromium.launch({executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"]});
  try {
    const page = await browser.newPage();
    return {
      landingKilobytes: await transferredKilobytes(page, server.url),
      moveMs: await scriptMsOfMoves(page, `${server.url}predict`)
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function transferredKilobytes(page: Page, url: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on("Network.loadingFinished", ({encodedDataLength}) => (bytes += encodedDataLength));
  await session.send("Network.enable");
  await page.goto(url, {waitUntil: "networkidle"});
  return bytes / 1000;
}

/** Script time of each move, as the browser counts it: from the event to the end of the frame that answers it. */
async function scriptMsOfMoves(page: Page, url: string): Promise<SiteBench["moveMs"]> {
  await page.goto(url, {waitUntil: "networkidle"});
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const scriptMs = async () => {
    const {metrics} = await session.send("Performance.getMetrics");
    return metrics.find(({name}) => name === "ScriptDuration")!.value * 1000;
  };
  const times: number[] = [];
  for (let move = 0; move < MOVES; move++) {
    const before = await scriptMs();
    await page.evaluate(
      (share) =>
        new Promise<void>((resolve) => {
          const sliders = document.querySelectorAll<HTMLInputElement>("input[type=range]");
          const slider = sliders[Math.floor(share * 997) % sliders.length];
          const [low, high] = [Number(slider.min), Number(slider.max)];
          slider.valueAsNumber = low + (high - low) * share;
          slider.dispatchEvent(new Event("input", {bubbles: true}));
          requestAnimationFrame(() => setTimeout(resolve));
        }),
      (move * 0.618) % 1
    );
    times.push((await scriptMs()) - before);
  }
  return {p50: quantile(times, 0.5)!, p95: quantile(times, 0.95)!};
}

async function secondsOf(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return (performance.now() - start) / 1000;
}

function print({coldBuildSeconds, rebuildSeconds, demoBuildSeconds, landingKilobytes, moveMs}: SiteBench): void {
  console.warn(`site: cold build ${coldBuildSeconds.toFixed(1)} s (at most ${TARGETS.coldBuildSeconds})`);
  console.warn(`site: unchanged rebuild ${rebuildSeconds.toFixed(1)} s (at most ${TARGETS.rebuildSeconds})`);
  console.warn(`site: cold build on the demo ${demoBuildSeconds.toFixed(1)} s (at most ${TARGETS.demoBuildSeconds})`);
  console.warn(
    `site: landing page ${landingKilobytes.toFixed(0)} kB transferred (at most ${TARGETS.landingKilobytes})`
  );
  console.warn(
    `site: a slider's move p50 ${moveMs.p50.toFixed(1)} ms, p95 ${moveMs.p95.toFixed(1)} ms of script (at most ${TARGETS.moveP95Ms})`
  );
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await benchSite();

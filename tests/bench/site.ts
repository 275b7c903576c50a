import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {fileURLToPath} from "node:url";
import {quantile} from "d3-array";
import {build} from "esbuild";
import {chromium, type Browser, type Page} from "playwright-core";
import {serveSite} from "../../loaders/site/serveSite.js";
import {findChromium} from "../e2e/findChromium.js";
import {runCommandLine} from "../e2e/runCommandLine.js";
import {measureAudioFile, type AudioBench} from "./audioPage.js";
import {benchCatalogue, type CatalogueBench} from "./catalogue.js";
import {measurePredict, type PredictBench} from "./predict.js";

/** What a build and a move of a slider cost. */
export interface SiteBench {
  readonly coldBuildSeconds: number; // on the tracks at hand, empty store
  readonly rebuildSeconds: number; // nothing changed
  readonly explanationSeconds: number; // computing all explanations anew, everything else being there
  readonly demoBuildSeconds: number; // on the demo, empty store
  readonly landingKilobytes: number; // transferred, compressed
  readonly predict: PredictBench;
  readonly catalogue: CatalogueBench;
  readonly audioFile: AudioBench; // three minutes, dropped on the page
  readonly songMs: {readonly values: Milliseconds; readonly interactions: Milliseconds}; // one song's, in the page
  readonly verifySeconds: number; // one song's SHAP values by brute force, in a worker
  readonly dataKilobytes: Readonly<Record<string, number>>; // all data a page may load, compressed; by page
}

interface Milliseconds {
  readonly p50: number;
  readonly p95: number;
}

const TARGETS = {
  coldBuildSeconds: 400,
  rebuildSeconds: 20,
  demoBuildSeconds: 120,
  explanationSeconds: 120,
  landingKilobytes: 350,
  moveP95Ms: 12,
  followP95Ms: 50,
  interactionP98Ms: 50,
  firstInteractionSeconds: 4,
  similarP95Ms: 16,
  firstChangeP95Ms: 300,
  allChangesP95Ms: 1500,
  catalogueScoreSeconds: 5,
  catalogueExplainSeconds: 120,
  audioFileSeconds: 6,
  valuesP95Ms: 6,
  interactionsP95Ms: 40,
  verifySeconds: 20,
  dataKilobytes: 300
};

/** Stages whose results explain models, as folders of the store. */
const EXPLANATIONS =
  /^(explained|reasons|refit|effects|permuted|model-forest|page-(explain|songs|reasons-.*|insights))$/;

/** Builds the site into a temporary folder, cold and again, and measures it in a browser. */
export async function benchSite(): Promise<SiteBench> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-site-"));
  try {
    const env = {PROCESSED: path.join(folder, "processed"), SITE_OUTPUT: path.join(folder, "dist")};
    const coldBuildSeconds = await secondsOf(() => runCommandLine("build", env));
    const rebuildSeconds = await secondsOf(() => runCommandLine("build", env));
    for (const stage of readdirSync(env.PROCESSED)) {
      if (EXPLANATIONS.test(stage)) rmSync(path.join(env.PROCESSED, stage), {recursive: true});
    }
    const explanationSeconds = (await secondsOf(() => runCommandLine("build", env))) - rebuildSeconds;
    const demo = {PROCESSED: path.join(folder, "demo"), SITE_OUTPUT: path.join(folder, "demo-dist")};
    const demoBuildSeconds = await secondsOf(() => runCommandLine("build", {...demo, TRACKS: "", OFFLINE: "1"}));
    const pages = await measurePages(env.SITE_OUTPUT);
    const result = {coldBuildSeconds, rebuildSeconds, explanationSeconds, demoBuildSeconds, ...pages};
    print(result);
    return result;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

type PagesBench = Pick<
  SiteBench,
  "landingKilobytes" | "predict" | "catalogue" | "audioFile" | "songMs" | "verifySeconds" | "dataKilobytes"
>;

/** Measures a built site in a browser. */
export async function measurePages(output: string): Promise<PagesBench> {
  const server = await serveSite(output, 0);
  const browser = await chromium.launch({executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"]});
  try {
    const page = await browser.newPage();
    return {
      landingKilobytes: await transferredKilobytes(page, server.url),
      predict: await measurePredict(browser, server.url),
      catalogue: await benchCatalogue(browser, server.url),
      audioFile: await measureAudioFile(browser, server.url),
      songMs: await explainSongs(page, server.url, output),
      verifySeconds: await verifySong(page, `${server.url}explain`),
      dataKilobytes: Object.fromEntries(
        await Promise.all(
          ["explain", "insights", "predict", "models", "catalogue"].map(
            async (name) => [name, await dataKilobytes(browser, server.url + name)] as const
          )
        )
      )
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

/** Times one song after the other in the page, with the trees that the site ships and the code it was made of. */
async function explainSongs(page: Page, url: string, output: string): Promise<SiteBench["songMs"]> {
  await page.goto(`${url}explain`, {waitUntil: "networkidle"});
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL("siteCode.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "site"
  });
  await page.evaluate(`${outputFiles[0].text}; globalThis.site = site`);
  const file = (folder: string, start: string) => {
    const name = readdirSync(path.join(output, folder)).find((name) => name.startsWith(start));
    return `${url}${folder}/${name}`;
  };
  const files = {trees: file("_file/data", "booster."), songs: file("_file/data/reasons", "songs.")};
  const times = await page.evaluate(async (files) => {
    const {decodeTrees, treeExplainer, treeInteractions} = (
      globalThis as unknown as {site: typeof import("./siteCode.js")}
    ).site;
    const trees = decodeTrees(new Uint8Array(await (await fetch(files.trees)).arrayBuffer()));
    const {x, songs} = await (await fetch(files.songs)).json();
    // No function is given a name here: what the compiler adds for one does not reach the page.
    const times: {values: number[]; interactions: number[]} = {values: [], interactions: []};
    for (const [kind, explain] of [
      ["values", treeExplainer(trees)],
      ["interactions", treeInteractions(trees)]
    ] as const) {
      for (let i = 0; i < songs.length; i++) {
        const row = Float32Array.from(x as (number | null)[][], (column) => column[i] ?? NaN);
        const start = performance.now();
        explain(row);
        times[kind].push(performance.now() - start);
      }
    }
    return times;
  }, files);
  return {values: percentiles(times.values.slice(20)), interactions: percentiles(times.interactions.slice(20))}; // without the compiler's first looks
}

/** Has a song checked by brute force, as a reader would. */
async function verifySong(page: Page, url: string): Promise<number> {
  await page.goto(url, {waitUntil: "networkidle"});
  await page.getByRole("heading", {name: "One song"}).scrollIntoViewIfNeeded();
  await page.getByRole("button", {name: "Check by brute force"}).click();
  const start = performance.now();
  await page.locator(".verify table").waitFor({timeout: 300_000});
  return (performance.now() - start) / 1000;
}

/** Compressed size of the data files a page loads while it is read to its foot. */
async function dataKilobytes(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const data = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({requestId, response}) => {
    if (response.url.includes("/_file/data/")) data.add(requestId);
  });
  session.on("Network.loadingFinished", ({requestId, encodedDataLength}) => {
    if (data.has(requestId)) bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  await page.goto(url, {waitUntil: "networkidle"});
  for (let y = 0; y < (await page.evaluate(() => document.documentElement.scrollHeight)); y += 700) {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(50);
  }
  await page.close();
  return bytes / 1000;
}

const percentiles = (times: readonly number[]): Milliseconds => ({
  p50: quantile(times, 0.5)!,
  p95: quantile(times, 0.95)!
});

async function secondsOf(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return (performance.now() - start) / 1000;
}

function print({
  coldBuildSeconds,
  rebuildSeconds,
  demoBuildSeconds,
  landingKilobytes,
  predict,
  catalogue,
  audioFile,
  ...more
}: SiteBench): void {
  console.warn(`site: cold build ${coldBuildSeconds.toFixed(1)} s (at most ${TARGETS.coldBuildSeconds})`);
  console.warn(`site: unchanged rebuild ${rebuildSeconds.toFixed(1)} s (at most ${TARGETS.rebuildSeconds})`);
  console.warn(`site: cold build on the demo ${demoBuildSeconds.toFixed(1)} s (at most ${TARGETS.demoBuildSeconds})`);
  console.warn(
    `site: landing page ${landingKilobytes.toFixed(0)} kB transferred (at most ${TARGETS.landingKilobytes})`
  );
  printPredict(predict);
  printCatalogue(catalogue);
  const {seconds, longestFrameGapMs} = audioFile;
  console.warn(
    `site: a file of three minutes measured in ${seconds.toFixed(1)} s (at most ${TARGETS.audioFileSeconds})`
  );
  console.warn(`site: longest time without a frame meanwhile ${longestFrameGapMs.toFixed(0)} ms`);
  const {explanationSeconds, songMs, verifySeconds, dataKilobytes} = more;
  console.warn(`site: all explanations ${explanationSeconds.toFixed(1)} s (at most ${TARGETS.explanationSeconds})`);
  for (const kind of ["values", "interactions"] as const) {
    const {p50, p95} = songMs[kind];
    console.warn(
      `site: one song's ${kind} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (at most ${TARGETS[`${kind}P95Ms`]})`
    );
  }
  console.warn(`site: one song by brute force ${verifySeconds.toFixed(1)} s (at most ${TARGETS.verifySeconds})`);
  for (const [page, kilobytes] of Object.entries(dataKilobytes)) {
    console.warn(`site: data of ${page} ${kilobytes.toFixed(0)} kB compressed (at most ${TARGETS.dataKilobytes})`);
  }
}

function printPredict({moveMs, followMs, interactionMs, firstInteractionSeconds, similarMs, changesMs}: PredictBench) {
  const say = (what: string, {p50, p95}: Milliseconds, target: number) =>
    console.warn(`site: ${what} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (at most ${target})`);
  say("a slider's move, script at once", moveMs, TARGETS.moveP95Ms);
  say("a slider's move, script after the paint", followMs, TARGETS.followP95Ms);
  say("similar tracks by sound", similarMs.sound, TARGETS.similarP95Ms);
  say("similar tracks by reasons", similarMs.reasons, TARGETS.similarP95Ms);
  say("first change found", changesMs.first, TARGETS.firstChangeP95Ms);
  say("all changes found", changesMs.all, TARGETS.allChangesP95Ms);
  const {p50, p98} = interactionMs;
  console.warn(`site: interaction to paint p50 ${p50} ms, p98 ${p98} ms (at most ${TARGETS.interactionP98Ms})`);
  for (const [roundTrip, seconds] of Object.entries(firstInteractionSeconds)) {
    const limit = TARGETS.firstInteractionSeconds;
    console.warn(
      `site: first interaction at 1.6 Mb/s, round trip ${roundTrip}: ${seconds.toFixed(1)} s (at most ${limit})`
    );
  }
}

function printCatalogue({parseAndScoreSeconds, explainSeconds, longestFrameGapMs}: CatalogueBench): void {
  const {catalogueScoreSeconds: score, catalogueExplainSeconds: explain} = TARGETS;
  console.warn(`site: 100,000 songs of a catalogue scored in ${parseAndScoreSeconds.toFixed(1)} s (at most ${score})`);
  console.warn(`site: the same explained in ${explainSeconds.toFixed(0)} s (at most ${explain})`);
  console.warn(`site: longest time without a frame meanwhile ${longestFrameGapMs.toFixed(0)} ms`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await benchSite();

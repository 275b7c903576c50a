import {quantile} from "d3-array";
import type {Browser, CDPSession, Page} from "playwright-core";

/** What the page of predictions costs in a browser. Times of script are of the page's main thread. */
export interface PredictBench {
  readonly moveMs: Milliseconds; // a slider moved: every model's number, the contributions, the waterfall
  readonly followMs: Milliseconds; // what comes after the paint: all sliders' curves, zones and the rest on screen
  readonly interactionMs: {readonly p50: number; readonly p98: number}; // event timing: from input to the next paint
  readonly firstInteractionSeconds: Readonly<Record<string, number>>; // cold load until a slider is answered; by round trip
  readonly similarMs: Milliseconds; // similar tracks follow a slider
  readonly changesMs: {readonly first: Milliseconds; readonly all: Milliseconds}; // counterfactuals
}

interface Milliseconds {
  readonly p50: number;
  readonly p95: number;
}

const MOVES = 200;
const BYTES_A_SECOND = 1.6e6 / 8;
const ROUND_TRIPS_MS = [0, 150];
const SONGS = 20;

/** Measures the page of predictions of a built site that is served. */
export async function measurePredict(browser: Browser, url: string): Promise<PredictBench> {
  const address = `${url}predict`;
  return {
    ...(await scriptOfMoves(browser, address)),
    interactionMs: await interactions(browser, address),
    firstInteractionSeconds: Object.fromEntries(
      await inTurn(ROUND_TRIPS_MS, async (ms) => [`${ms} ms`, await firstInteraction(browser, address, ms)] as const)
    ),
    similarMs: await similarMoves(browser, address),
    changesMs: await findChanges(browser, address)
  };
}

/**
 * Script time of each move, as the browser counts it. What follows at once runs inside the event; the rest of the time
 * until the page is quiet comes after the paint.
 */
async function scriptOfMoves(browser: Browser, address: string): Promise<Pick<PredictBench, "moveMs" | "followMs">> {
  const page = await openQuiet(browser, address);
  const times = await moves(page, MOVES);
  await page.close();
  const warm = times.slice(20); // without the compiler's first looks
  return {moveMs: percentiles(warm.map(({at}) => at)), followMs: percentiles(warm.map(({after}) => after))};
}

async function moves(page: Page, count: number): Promise<{at: number; after: number}[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const times: {at: number; after: number}[] = [];
  for (let move = 0; move < count; move++) {
    const before = await scriptMs(session);
    const at = await page.evaluate(
      async (share) => {
        const sliders = document.querySelectorAll<HTMLInputElement>(".predict .controls input[type=range]");
        const slider = sliders[Math.floor(share * 997) % sliders.length];
        const [low, high] = [Number(slider.min), Number(slider.max)];
        slider.valueAsNumber = low + (high - low) * share;
        const start = performance.now();
        slider.dispatchEvent(new Event("input", {bubbles: true}));
        const ms = performance.now() - start;
        await new Promise((resolve) => setTimeout(resolve, 120)); // until all that follows is done
        return ms;
      },
      (move * 0.618) % 1
    );
    times.push({at, after: (await scriptMs(session)) - before - at});
  }
  return times;
}

/** Interaction to next paint of keys, typing and clicks, as event timing reports it; what it leaves out counts as 16 ms. */
async function interactions(browser: Browser, address: string): Promise<PredictBench["interactionMs"]> {
  const page = await openQuiet(browser, address);
  await page.evaluate(() => {
    const seen = new Map<number, number>();
    Object.assign(globalThis, {seen});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {interactionId: number})[]) {
        if (entry.interactionId > 0)
          seen.set(entry.interactionId, Math.max(seen.get(entry.interactionId) ?? 0, entry.duration));
      }
    }).observe({type: "event", durationThreshold: 16, buffered: true} as PerformanceObserverInit);
  });
  let made = 0;
  for (const name of ["danceability", "instrumentalness", "tempo", "duration_ms"]) {
    await page.locator(`#${name}`).focus();
    for (let k = 0; k < 40; k++, made++) await page.keyboard.press(k % 4 === 3 ? "PageUp" : "ArrowRight", {delay: 10});
  }
  const box = page.getByRole("spinbutton", {name: "Energy, typed"});
  for (const digit of [".1", ".25", ".5", ".75", ".9"]) {
    await box.fill("");
    await box.pressSequentially(digit, {delay: 20});
    made += digit.length;
  }
  await page.waitForTimeout(500);
  const durations = await page.evaluate(() => [
    ...(globalThis as unknown as {seen: Map<number, number>}).seen.values()
  ]);
  await page.close();
  const all = [...durations, ...Array<number>(Math.max(0, made - durations.length)).fill(16)];
  return {p50: quantile(all, 0.5)!, p98: quantile(all, 0.98)!};
}

/** From the start of a cold load over a slow line until a slider is answered. */
async function firstInteraction(browser: Browser, address: string, roundTripMs: number): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND / 2
  });
  const start = performance.now();
  await page.goto(address, {waitUntil: "commit"});
  await page.locator("[data-role=probability][data-p]").waitFor();
  const p = await page.locator("[data-role=probability]").getAttribute("data-p");
  await page.locator("#instrumentalness").press("End");
  await page.waitForFunction(
    (before) => document.querySelector<HTMLElement>("[data-role=probability]")!.dataset.p !== before,
    p
  );
  const seconds = (performance.now() - start) / 1000;
  await context.close();
  return seconds;
}

/** What a move costs more when the similar tracks follow it. */
async function similarMoves(browser: Browser, address: string): Promise<Milliseconds> {
  const page = await openQuiet(browser, address);
  await page.getByRole("heading", {name: "Similar tracks"}).scrollIntoViewIfNeeded();
  await page.getByRole("button", {name: "Find similar tracks"}).click();
  await page.locator(".similar table").waitFor();
  await page.evaluate(() => performance.clearMeasures());
  await moves(page, SONGS * 3);
  const times = await measured(page, "similar tracks");
  await page.close();
  return percentiles(times);
}

async function findChanges(browser: Browser, address: string): Promise<PredictBench["changesMs"]> {
  const page = await openQuiet(browser, address);
  await page.getByRole("heading", {name: "What would change it"}).scrollIntoViewIfNeeded();
  for (let song = 0; song < SONGS; song++) {
    await page.locator("#instrumentalness").evaluate((slider: HTMLInputElement, share) => {
      slider.valueAsNumber = Number(slider.max) * share;
      slider.dispatchEvent(new Event("input", {bubbles: true}));
    }, song / SONGS);
    await page.locator("#danceability").evaluate(
      (slider: HTMLInputElement, share) => {
        slider.valueAsNumber = Number(slider.max) * share;
        slider.dispatchEvent(new Event("input", {bubbles: true}));
      },
      (song * 0.618) % 1
    );
    const before = (await measured(page, "all changes")).length;
    await page.getByRole("button", {name: "Find changes"}).click();
    await page.waitForFunction((n) => performance.getEntriesByName("all changes").length > n, before);
  }
  const [first, all] = [await measured(page, "first change"), await measured(page, "all changes")];
  await page.close();
  return {first: percentiles(first), all: percentiles(all)};
}

/** Durations of what the page itself marks by performance.measure. */
const measured = (page: Page, name: string): Promise<number[]> =>
  page.evaluate((name) => performance.getEntriesByName(name, "measure").map(({duration}) => duration), name);

async function openQuiet(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address, {waitUntil: "networkidle"});
  await page.waitForTimeout(1500); // what comes in idle time
  return page;
}

async function scriptMs(session: CDPSession): Promise<number> {
  const {metrics} = await session.send("Performance.getMetrics");
  return metrics.find(({name}) => name === "ScriptDuration")!.value * 1000;
}

async function inTurn<T, R>(values: readonly T[], each: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const value of values) results.push(await each(value));
  return results;
}

const percentiles = (times: readonly number[]): Milliseconds => ({
  p50: quantile(times, 0.5)!,
  p95: quantile(times, 0.95)!
});

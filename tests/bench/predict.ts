import {quantile} from "d3-array";
import type {Browser, CDPSession, Page} from "playwright-core";

/** What the page of predictions costs in a browser. Times of script are of the page's main thread. */
export interface PredictBench {
  readonly moveMs: Milliseconds; // a slider moved: every model's number, the contributions, the waterfall
  readonly followMs: Milliseconds; // what comes after the paint: all sliders' curves, zones and the rest on screen
  readonly interactionMs: {readonly p50: number; readonly p98: number}; // event timing: from input to the next paint
  readonly firstInteractionSeconds: Readonly<Record<string, number>>; // cold load until a slider is answered; by round trip
  readonly similarMs: {readonly sound: Milliseconds; readonly reasons: Milliseconds}; // ten similar tracks found and shown
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
        await new Promise((resolve) => setTimeout(resolve, 60)); // a drag: all that follows is done, the song does not rest
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
    for (let k = 0; k < 40; k++, made++) {
      await page.keyboard.press(k % 4 === 3 ? "PageUp" : "ArrowRight", {delay: 20});
      await page.waitForTimeout(60); // some ten presses a second
    }
  }
  const box = page.getByRole("spinbutton", {name: "Energy, typed"});
  for (const digit of [".1", ".25", ".5", ".75", ".9"]) {
    await box.fill("");
    await box.pressSequentially(digit, {delay: 80});
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

/** The ten nearest found and shown, song after song: the time of the click that asks for them. */
async function similarMoves(browser: Browser, address: string): Promise<PredictBench["similarMs"]> {
  const page = await openQuiet(browser, address);
  await page.getByRole("heading", {name: "Similar tracks"}).scrollIntoViewIfNeeded();
  await page.getByRole("button", {name: "Find similar tracks"}).click();
  await page.locator(".similar tbody tr").first().waitFor();
  const sound = await clickTimes(page);
  await page.getByRole("button", {name: "The model’s reasons"}).click();
  await page.getByText("log-odds", {exact: true}).last().waitFor();
  const reasons = await clickTimes(page);
  await page.close();
  return {sound, reasons};
}

async function clickTimes(page: Page): Promise<Milliseconds> {
  const times: number[] = [];
  for (let k = 0; k < 3 * SONGS; k++) {
    await setSong(page, k);
    await page.waitForTimeout(100); // what follows the move is done
    const ms = await page.getByRole("button", {name: "10", exact: true}).evaluate((button: HTMLButtonElement) => {
      const start = performance.now();
      button.click();
      return performance.now() - start;
    });
    times.push(ms);
  }
  return percentiles(times.slice(10));
}

/** From the click to the first answer on the page, and to the last. */
async function findChanges(browser: Browser, address: string): Promise<PredictBench["changesMs"]> {
  const page = await openQuiet(browser, address);
  await page.getByRole("heading", {name: "What would change it"}).scrollIntoViewIfNeeded();
  const start = page.getByRole("button", {name: "Find changes"});
  await start.waitFor();
  const times: {first: number; all: number}[] = [];
  for (let k = 0; k < SONGS; k++) {
    await setSong(page, k);
    await page.waitForTimeout(100);
    const time = await start.evaluate(
      (button: HTMLButtonElement) =>
        new Promise<{first: number; all: number}>((resolve) => {
          const from = performance.now();
          let first = NaN;
          const observer = new MutationObserver(() => {
            if (Number.isNaN(first) && document.querySelector(".edit-card")) first = performance.now() - from;
            if (button.disabled) return;
            observer.disconnect();
            resolve({first, all: performance.now() - from});
          });
          observer.observe(document.querySelector(".counterfactuals")!, {
            childList: true,
            subtree: true,
            attributes: true
          });
          button.click();
        })
    );
    if (!Number.isNaN(time.first)) times.push(time);
  }
  await page.close();
  return {first: percentiles(times.map(({first}) => first)), all: percentiles(times.map(({all}) => all))};
}

/** Sets some controls to places that differ from song to song. */
async function setSong(page: Page, song: number): Promise<void> {
  await page.evaluate((k) => {
    for (const [i, name] of ["instrumentalness", "danceability", "acousticness", "energy"].entries()) {
      const slider = document.querySelector<HTMLInputElement>(`#${name}`)!;
      slider.valueAsNumber = Number(slider.max) * (((k + 1) * (0.381 + 0.2 * i)) % 1);
      slider.dispatchEvent(new Event("input", {bubbles: true}));
    }
  }, song);
}

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

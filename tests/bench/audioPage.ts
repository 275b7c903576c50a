import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {Browser} from "playwright-core";
import {wav} from "../fixtures/audio/wav.js";
import {watchFrames} from "./watchFrames.js";

/** What a file of sound takes on the page of predictions, in a browser. */
export interface AudioBench {
  readonly seconds: number; // from the file's arrival to the controls set to it: decoded, measured, estimated
  readonly longestFrameGapMs: number; // that the page did not draw meanwhile
}

const SECONDS = 180;
const RATE_HZ = 44_100;

/** Three minutes in stereo at the rate of a CD: struck chords of four keys over a beat of noise, 120 a minute. */
function threeMinutes(): Uint8Array {
  let noise = 1;
  const hiss = () => (noise = (noise * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  const left = Float32Array.from({length: SECONDS * RATE_HZ}, (_, i) => {
    const t = i / RATE_HZ;
    const root = 220 * 2 ** ([0, 5, 7, 3][Math.floor(t / 2) % 4] / 12);
    const struck = Math.exp(-7 * (t % 0.5));
    const chord = [1, 1.2599, 1.4983, 2].reduce((sum, ratio) => sum + Math.sin(2 * Math.PI * root * ratio * t), 0);
    return 0.15 * struck * chord + 0.3 * Math.exp(-40 * (t % 0.5)) * hiss();
  });
  return wav({channels: [left, left.map((sample) => 0.9 * sample)], sampleRateHz: RATE_HZ});
}

/** Drops a three-minute file on the page of a built site that is served. */
export async function measureAudioFile(browser: Browser, siteUrl: string): Promise<AudioBench> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-audio-"));
  const page = await browser.newPage();
  try {
    const file = path.join(folder, "three-minutes.wav");
    writeFileSync(file, threeMinutes());
    await page.goto(`${siteUrl}predict`, {waitUntil: "networkidle"});
    await page.getByText("A song that is not here").click();
    const input = page.locator("#outside-file");
    await input.waitFor();
    await watchFrames(page);
    await input.setInputFiles(file);
    const zone = page.locator(".outside-drop[data-seconds]");
    await zone.waitFor({timeout: 120_000});
    return {
      seconds: Number(await zone.getAttribute("data-seconds")),
      longestFrameGapMs: Number(await page.locator("body").getAttribute("data-longest-frame-gap-ms"))
    };
  } finally {
    await page.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

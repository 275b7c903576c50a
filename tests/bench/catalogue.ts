import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {Browser} from "playwright-core";
import {FEATURES} from "../../lib/features/features.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {watchFrames} from "./watchFrames.js";

/** What the desk for catalogues takes for many songs, in a browser. */
export interface CatalogueBench {
  readonly parseAndScoreSeconds: number; // from the file's arrival to the table
  readonly explainSeconds: number;
  readonly longestFrameGapMs: number; // that the page did not draw meanwhile
}

const SONGS = 100_000;
const USUAL: Readonly<Record<string, readonly [number, number]>> = {
  loudness: [-20, -3],
  tempo: [60, 200],
  duration_ms: [120_000, 360_000],
  time_signature: [3, 5],
  chorus_hit: [10, 80],
  sections: [4, 20],
  decade: [1960, 2010]
};

/** Songs as text, every value of its own: nothing can be looked up that was met before. */
export function manySongs(songs: number): string {
  const random = randomSource(1);
  const lines = [["track", "artist", "uri", ...FEATURES.map(({name}) => name)].join(",")];
  for (let i = 0; i < songs; i++) {
    const values = FEATURES.map(({name, step}) => {
      const [low, high] = USUAL[name] ?? [0, name === "key" ? 11 : 1];
      const value = low + random() * (high - low);
      return name !== "tempo" && name !== "duration_ms" && step >= 1
        ? Math.round(value / step) * step
        : value.toFixed(4);
    });
    lines.push(
      `"Song ${i}, a title",Artist ${i % 5000},spotify:track:${String(i).padStart(22, "0")},${values.join(",")}`
    );
  }
  return lines.join("\n") + "\n";
}

/** Drops a file of 100,000 songs on the page, has it scored and then explained. */
export async function benchCatalogue(browser: Browser, siteUrl: string): Promise<CatalogueBench> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-catalogue-"));
  const page = await browser.newPage();
  try {
    const file = path.join(folder, "songs.csv");
    writeFileSync(file, manySongs(SONGS));
    await page.goto(`${siteUrl}catalogue`, {waitUntil: "networkidle"});
    await watchFrames(page);
    const input = page.locator("#catalogue-file");
    const start = performance.now();
    await input.setInputFiles(file);
    await page.locator(".catalogue-table tbody tr").first().waitFor({timeout: 300_000});
    const parseAndScoreSeconds = (performance.now() - start) / 1000;
    const explainStart = performance.now();
    await page.getByRole("button", {name: "Explain every song"}).click();
    await page.getByText("Explained: each row").waitFor({timeout: 600_000});
    const explainSeconds = (performance.now() - explainStart) / 1000;
    const longestFrameGapMs = await page.evaluate(() => Number(document.body.dataset.longestFrameGapMs));
    return {parseAndScoreSeconds, explainSeconds, longestFrameGapMs};
  } finally {
    await page.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

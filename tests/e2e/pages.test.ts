import assert from "node:assert/strict";
import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import type {Page} from "playwright-core";
import {afterAll, describe, inject, it} from "vitest";
import {readXgboost} from "../../lib/trees/readXgboost.js";
import {decodeTrees} from "../../lib/trees/decodeTrees.js";
import {PAGES} from "../../loaders/site/pages.js";
import {RAW} from "../fixtures/enrichAnswers.js";
import {HOSTILE} from "../fixtures/sampleStudy.js";
import {accessibilityViolations, overflowPx} from "./accessibility.js";
import {closeBrowser, openPage} from "./openPage.js";
import {siteFile} from "./siteFile.js";

afterAll(closeBrowser);

describe.each(PAGES)("$name in a browser", ({path}) => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 390]) {
      it(`${colorScheme}, ${width} px: no error, what it was built on, no foreign request, no sideways scrolling, accessible`, async () => {
        const {page, problems, close} = await openPage(path.slice(1), {colorScheme, viewport: {width, height: 900}});
        await scrollThrough(page);
        assert.deepEqual(problems, []);
        assert.equal(await page.locator(".observablehq--error").count(), 0);
        const overflow = await overflowPx(page);
        assert.ok(overflow <= 0, `${overflow} px wider than the window`);
        const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        assert.equal(background, colorScheme === "light" ? "rgb(251, 250, 247)" : "rgb(20, 22, 26)");
        const line = await page.locator(".data-line").innerText();
        assert.match(line, /Built on Hit Predictor, 1,499 tracks, data [0-9a-f]{12} \(files given to the build\)/);
        assert.equal(await page.locator(".masthead [aria-current=page]").count(), 1);
        assert.deepEqual(await accessibilityViolations(page), []);
        await close();
      });
    }
  }
});

describe("what lies beside the study", () => {
  it("tells of genres: one can be chosen, and the address keeps it", async () => {
    const {page, problems, close} = await openPage("genres");
    assert.match(await page.locator("h1").innerText(), /\d\s% of the pairs/);
    const chosen = page.getByRole("combobox", {name: "Genre"});
    await chosen.selectOption("rap");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("genre") === "rap");
    const text = await page.locator("#observablehq-main").innerText();
    assert.ok(text.includes(HOSTILE.title), "a genre's name is text");
    assert.equal(await page.locator("#observablehq-main img").count(), 0);
    assert.deepEqual(problems, []);
    await close();
  });

  it("tells of the places of its hits on the chart", async () => {
    const {page, close} = await openPage("models");
    await scrollThrough(page);
    await page
      .getByText(/songs that stayed a single week/)
      .first()
      .waitFor();
    await close();
  });

  it("counts what Spotify answered, and no answer is in any file of the site", async () => {
    const {page, close} = await openPage("explore");
    await page.getByRole("heading", {name: "What Spotify could add"}).scrollIntoViewIfNeeded();
    await page.locator("table", {hasText: "Popularity"}).first().waitFor();
    await close();
    const folder = inject("site").env.SITE_OUTPUT;
    const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
    assert.ok(files.length > 50);
    for (const {parentPath, name} of files) {
      const bytes = readFileSync(path.join(parentPath, name));
      for (const raw of Object.values(RAW)) assert.ok(!bytes.includes(raw), `${raw} in ${name}`);
    }
  });
});

describe("a name in the data", () => {
  it("is shown as text, whatever it holds", async () => {
    const {page, problems, close} = await openPage("explore");
    const cells = page.locator("section td, #observablehq-main td");
    const texts = await cells.allInnerTexts();
    assert.ok(
      texts.some((text) => text.startsWith(HOSTILE.title)),
      "no hostile title on the page"
    );
    assert.ok(
      texts.some((text) => text.startsWith(HOSTILE.artist)),
      "no hostile artist on the page"
    );
    assert.deepEqual(problems, []);
    await close();
  });

  it("cannot become a formula in the exported CSV", async () => {
    const {page, close} = await openPage("explore");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".chart-tools >> nth=-1").getByRole("button", {name: "CSV"}).click()
    ]);
    const text = await streamText(await download.createReadStream());
    assert.match(text, /^Title,Artist,Decade,Label,Hit probability\n/);
    assert.ok(text.includes(`"'=HYPERLINK(""http://127.0.0.1:9/"",""x"")`), text.slice(0, 300));
    assert.doesNotMatch(text, /(^|,|\n)"?=/);
    await close();
  });
});

describe("the about page", () => {
  it("hands out the boosted model as XGBoost's own file, equal to the one the page predicts with", async () => {
    const {page, problems, close} = await openPage("about");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", {name: "the model as XGBoost’s own JSON"}).click()
    ]);
    const model = readXgboost(JSON.parse(await streamText(await download.createReadStream())));
    const {gain: _, ...trees} = decodeTrees(siteFile("booster"));
    const {gain: __, ...taken} = model;
    assert.deepEqual(taken, trees);
    assert.deepEqual(problems, []);
    await close();
  });
});

describe("the theme switch", () => {
  it("goes round auto, light and dark, and is remembered", async () => {
    const {page, close} = await openPage("", {colorScheme: "light"});
    const button = page.getByRole("button", {name: /Theme/});
    assert.equal(await button.innerText(), "Theme: auto");
    await button.click();
    await button.click();
    assert.equal(await button.innerText(), "Theme: dark");
    await page.reload();
    assert.equal(await button.innerText(), "Theme: dark");
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(background, "rgb(20, 22, 26)");
    await close();
  });
});

/** Scrolls to the foot of a page, so that what is drawn when it is seen is drawn. */
async function scrollThrough(page: Page): Promise<void> {
  for (let y = 0; y < (await page.evaluate(() => document.documentElement.scrollHeight)); y += 700) {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    await page.waitForLoadState("networkidle");
  }
  await page.waitForFunction(() => !document.body.innerText.includes("are loading"));
}

async function streamText(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

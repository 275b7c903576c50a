import assert from "node:assert/strict";
import type {Page} from "playwright-core";
import {afterAll, describe, it} from "vitest";
import {HOSTILE} from "../fixtures/sampleStudy.js";
import {closeBrowser, openPage} from "./openPage.js";
import {SAMPLE_TRACKS} from "./sampleSite.js";

afterAll(closeBrowser);

const pressed = async (page: Page) => (await page.locator(".switches [aria-pressed=true]").allInnerTexts()).join(", ");
/** What every figure of the exam says, its data included. */
async function figures(page: Page): Promise<string[]> {
  const all = page.locator("#observablehq-main section figure.chart");
  await all.locator("details").evaluateAll((parts) => {
    for (const details of parts) (details as HTMLDetailsElement).open = true;
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll("#observablehq-main section figure.chart details")].every((part) =>
      part.querySelector("td")
    )
  );
  return all.allTextContents();
}
const numbers = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => Number(text.split("\n")[0].replace(/,/g, "")));

describe("the models page", () => {
  it("starts at the headline exam, and changes every figure with the exam, the focus kept", async () => {
    const {page, problems, close} = await openPage("models");
    const exams = await page.locator(".switches fieldset >> nth=0").getByRole("button").allInnerTexts();
    assert.equal(exams.length, 6);
    assert.match(await pressed(page), /^New artists, Boosted trees/);
    assert.doesNotMatch(page.url(), /\?/);
    const before = await figures(page);
    const button = page.getByRole("button", {name: "Random split, duplicates left in"});
    await button.click();
    const after = await figures(page);
    assert.ok(before.length >= 10 && after.length >= 10, `${before.length} and ${after.length} figures`);
    assert.deepEqual(
      after.filter((figure) => before.includes(figure)),
      []
    );
    assert.ok(await button.evaluate((element) => element === document.activeElement));
    assert.match(page.url(), /\?exam=raw$/);
    assert.deepEqual(problems, []);
    await close();
  });

  it("does not move what a reader looks at when another exam is chosen", async () => {
    const {page, close} = await openPage("models?exam=artist");
    await page.locator("#threshold").scrollIntoViewIfNeeded();
    const topOf = async (selector: string) => (await page.locator(selector).boundingBox())!.y;
    const [slider, switches] = [await topOf("#threshold"), await topOf(".switches")];
    await page.getByRole("button", {name: "Random split, each track once"}).click();
    await page.waitForTimeout(200);
    const moved = Math.abs((await topOf("#threshold")) - slider);
    assert.ok(moved <= 60, `moved by ${moved} px`); // a sentence above may take a line or two more
    assert.equal(await topOf(".switches"), switches);
    await close();
  });

  it("is the same again from its address", async () => {
    const {page, problems, close} = await openPage("models");
    await page.getByRole("button", {name: "Random split, duplicates left in"}).click();
    await page.getByRole("button", {name: "Logistic regression"}).click();
    await page.locator("#threshold").fill("30");
    await page.locator("#base").fill("5");
    await page.getByRole("spinbutton", {name: "A missed hit costs"}).fill("8");
    await page.getByRole("button", {name: "20 %"}).click();
    const query = "?exam=raw&model=logistic&threshold=30&cost=8&base=5&error=20";
    assert.equal(new URL(page.url()).search, query);
    const shown = await figures(page);
    const cells = await numbers(page, ".confusion td.num");
    await page.reload({waitUntil: "networkidle"});
    assert.equal(await pressed(page), "Random split, duplicates left in, Logistic regression");
    assert.deepEqual(await figures(page), shown);
    assert.deepEqual(await numbers(page, ".confusion td.num"), cells);
    assert.equal(new URL(page.url()).search, query);
    assert.deepEqual(problems, []);
    await close();
  });

  it("shows the artist's memory alone, and the model chosen before when the exam changes back", async () => {
    const {page, close} = await openPage("models?model=logistic");
    await page.getByRole("button", {name: "The artist's memory"}).click();
    assert.equal(await page.getByRole("rowheader", {name: "Artist memory"}).count(), 1);
    assert.equal(await pressed(page), "The artist's memory");
    await page.getByRole("button", {name: "New artists"}).click();
    assert.equal(await pressed(page), "New artists, Logistic regression");
    await close();
  });

  it("moves the confusion matrix with the threshold, and its cells add up to the exam's tracks", async () => {
    const {page, close} = await openPage("models?exam=artist");
    const counts = () => numbers(page, ".confusion td.num");
    const half = await counts();
    assert.equal(half.reduce((a, b) => a + b, 0), SAMPLE_TRACKS - 1); // prettier-ignore
    await page.locator("#threshold").focus();
    await page.keyboard.press("End");
    const [tp, fn, fp, tn] = await counts();
    assert.deepEqual([tp, fp], [0, 0]);
    assert.equal(fn + tn, SAMPLE_TRACKS - 1);
    await page.getByRole("spinbutton", {name: "Call it a hit"}).fill("50");
    assert.deepEqual(await counts(), half);
    await page.getByRole("button", {name: "Least cost"}).click();
    const title = await page.locator(".line-panel figcaption strong").innerText();
    assert.equal(`The line that costs least lies at ${await page.locator("#threshold").inputValue()}\u00a0%`, title);
    await close();
  });

  it("loads the errors when a reader asks for them, and shows their names as text", async () => {
    const {page, problems, close} = await openPage("models?exam=artist");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const browser = page.locator("details.more").last();
    await browser.locator("summary").click();
    await browser.locator("tbody tr").first().waitFor();
    assert.deepEqual(asked.map((url) => /errors\.\w+\.json$/.test(url)), [true]); // prettier-ignore
    assert.equal(await browser.locator("tbody tr").count(), 20);
    assert.ok((await browser.locator("td").allInnerTexts()).some((text) => text.includes(HOSTILE.title)));
    await browser.getByRole("button", {name: "Show more"}).click();
    assert.equal(await browser.locator("tbody tr").count(), 40);
    assert.deepEqual(problems, []);
    await close();
  });

  it("fits a narrow phone in every exam", async () => {
    const {page, problems, close} = await openPage("models", {viewport: {width: 320, height: 640}});
    for (const button of await page.locator(".switches fieldset >> nth=0").getByRole("button").all()) {
      await button.click();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} px wider than the window: ${await button.innerText()}`);
    }
    assert.deepEqual(problems, []);
    await close();
  });
});

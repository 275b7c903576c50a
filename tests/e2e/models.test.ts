import assert from "node:assert/strict";
import {afterAll, describe, it} from "vitest";
import {closeBrowser, openPage} from "./openPage.js";

afterAll(closeBrowser);

describe("the models page", () => {
  it("shows the hardest exam first, and another when asked, in its address too", async () => {
    const {page, problems, close} = await openPage("models");
    assert.equal(await page.locator("[aria-pressed=true]").first().innerText(), "New artists");
    const row = page.locator("tr", {has: page.getByRole("rowheader", {name: "Boosted trees"})});
    const before = await row.innerText();
    await page.getByRole("button", {name: "Random split, duplicates left in"}).click();
    assert.notEqual(await row.innerText(), before);
    assert.match(page.url(), /\?exam=raw$/);
    await page.reload({waitUntil: "networkidle"});
    assert.equal(await page.locator("[aria-pressed=true]").first().innerText(), "Random split, duplicates left in");
    await page.getByRole("button", {name: "The artist's memory"}).click();
    assert.equal(await page.getByRole("rowheader", {name: "Artist memory"}).count(), 1);
    assert.deepEqual(problems, []);
    await close();
  });

  it("moves the confusion matrix with the threshold, and its cells add up to the exam's tracks", async () => {
    const {page, close} = await openPage("models");
    const matrix = page.locator("[aria-live=polite] table");
    const counts = async () =>
      (await matrix.locator("td.num").allInnerTexts()).map((text) => Number(text.split("\n")[0].replace(/,/g, "")));
    const half = await counts();
    assert.equal(half.reduce((a, b) => a + b, 0), 2_399); // prettier-ignore
    await page.locator("#threshold").focus();
    await page.keyboard.press("End");
    const [tp, fn, fp, tn] = await counts();
    assert.deepEqual([tp, fp], [0, 0]);
    assert.equal(fn + tn, 2_399);
    await page.getByRole("spinbutton", {name: "Threshold, typed"}).fill("0.5");
    assert.deepEqual(await counts(), half);
    await close();
  });
});

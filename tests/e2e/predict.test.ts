import assert from "node:assert/strict";
import {afterAll, describe, it} from "vitest";
import type {Page} from "playwright-core";
import {marginOfRow} from "../../lib/trees/marginOfRow.js";
import {decodeTrees} from "../../lib/trees/decodeTrees.js";
import type {PredictData} from "../../lib/wire/PredictData.js";
import {closeBrowser, openPage} from "./openPage.js";
import {siteFile} from "./siteFile.js";

afterAll(closeBrowser);

const probability = (page: Page) => page.locator("[data-role=probability]").getAttribute("data-p").then(Number);

/** Waits until the number answers a move that was just made. */
async function moved(page: Page, from: number): Promise<number> {
  await page.waitForFunction(
    (p) => Number(document.querySelector<HTMLElement>("[data-role=probability]")!.dataset.p) !== p,
    from
  );
  return probability(page);
}

describe("the predict page", () => {
  it("starts with what the model in Node says of the middle of the study", async () => {
    const {page, close} = await openPage("predict");
    const trees = decodeTrees(siteFile("booster"));
    const {controls} = JSON.parse(siteFile("predict").toString()) as PredictData;
    const margin = marginOfRow(
      trees,
      Float32Array.from(controls, ({median}) => median ?? NaN)
    );
    assert.ok(Math.abs((await probability(page)) - 1 / (1 + Math.exp(-margin))) < 1e-9);
    await close();
  });

  it("answers a slider moved by the keyboard, and a number typed", async () => {
    const {page, problems, close} = await openPage("predict");
    const start = await probability(page);
    await page.locator("#instrumentalness").focus();
    await page.keyboard.press("End");
    const high = await moved(page, start);
    assert.ok(high < start, `an instrumental should look less like a hit: ${start} to ${high}`);
    await page.getByRole("spinbutton", {name: "Instrumentalness, typed"}).fill("0");
    const low = await moved(page, high);
    assert.ok(low > high);
    assert.equal(await page.locator("#instrumentalness").inputValue(), "0");
    assert.deepEqual(problems, []);
    await close();
  });

  it("refuses a value out of range beside the control, and keeps the former answer", async () => {
    const {page, close} = await openPage("predict");
    const start = await probability(page);
    await page.getByRole("spinbutton", {name: "Energy, typed"}).fill("7");
    const alert = page.locator(".slider-row", {has: page.locator("#energy")}).getByRole("alert");
    assert.equal(await alert.innerText(), "Energy lies from 0.00 to 1.00");
    assert.equal(await probability(page), start);
    await close();
  });

  it("says when a number typed lies outside what the models learned from", async () => {
    const {page, close} = await openPage("predict");
    const start = await probability(page);
    const box = page.getByRole("spinbutton", {name: "Loudness, typed"});
    const words = page.locator("[data-role=outside]");
    assert.equal(await words.innerText(), "");
    await box.fill("-59.5");
    await moved(page, start);
    assert.match(await words.innerText(), /^Outside what the models learned from: loudness −59\.5 dB \(they know /);
    await box.fill("-8");
    await page.waitForFunction(() => document.querySelector("[data-role=outside]")!.textContent === "");
    await close();
  });

  it("takes an empty box as unknown", async () => {
    const {page, close} = await openPage("predict");
    const start = await probability(page);
    await page.getByRole("spinbutton", {name: "Instrumentalness, typed"}).fill("");
    await moved(page, start);
    const row = page.locator(".slider-row", {has: page.locator("#instrumentalness")});
    assert.equal(await row.locator("output").innerText(), "unknown");
    await close();
  });

  it("draws a waterfall that adds up to the margin of the number shown, for both models", async () => {
    const {page, close} = await openPage("predict");
    await page.locator("figure.chart summary").click();
    for (const model of ["Boosted trees", "Logistic regression"]) {
      await page.getByRole("button", {name: model}).click();
      await page.waitForFunction(
        (name) => document.querySelector("figcaption")!.textContent!.includes(name),
        model.toLowerCase()
      );
      const figure = page.locator("figure.chart");
      const [base, margin] = await figure.evaluate(({dataset}) => [Number(dataset.base), Number(dataset.margin)]);
      const cells = await page.locator("figure.chart td:nth-child(3)").allInnerTexts();
      const shown = cells.slice(1, -1).map((cell) => Number(cell.replace("−", "-")));
      assert.equal(shown.length, 16);
      const sum = shown.reduce((total, phi) => total + phi, base);
      assert.ok(Math.abs(sum - margin) < 0.01, `${model}: ${sum} and ${margin}`);
      if (model === "Boosted trees") {
        assert.ok(Math.abs(1 / (1 + Math.exp(-margin)) - (await probability(page))) < 1e-12);
      }
    }
    await close();
  });

  it("starts from a track of the study, whose name is text, and says how it was labelled", async () => {
    const {page, problems, close} = await openPage("predict");
    const start = await probability(page);
    await page.locator("#song").selectOption({index: 1});
    await moved(page, start);
    assert.match(await page.locator("output[for=song]").innerText(), /^a (hit|flop); .* had not heard the artist$/);
    assert.deepEqual(problems, []);
    await close();
  });
});

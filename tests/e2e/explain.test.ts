import assert from "node:assert/strict";
import {afterAll, describe, it} from "vitest";
import type {Page} from "playwright-core";
import {closeBrowser, openPage} from "./openPage.js";

afterAll(closeBrowser);

/** Opens the page at its one song, which comes when it is seen. */
async function openSong(query = "") {
  const opened = await openPage(`explain${query}`);
  await opened.page.getByRole("heading", {name: "One song"}).scrollIntoViewIfNeeded();
  const verify = opened.page.locator(".verify");
  await verify.waitFor();
  return {...opened, verify, check: verify.getByRole("button", {name: "Check by brute force"})};
}

const statusOf = (page: Page) => page.locator(".verify [role=status]");

describe("one song on the explain page", () => {
  it("is found by its title, explained in words and pictures, and stays in the address", async () => {
    const {page, problems, close} = await openSong();
    await page.getByRole("button", {name: "A random song"}).click();
    await page.waitForFunction(() => location.search.includes("song="));
    const name = await page.locator(".song-reasons h3").innerText();
    const words = await page.locator("[data-role=reasons]").innerText();
    assert.match(words, /^The boosted trees give this song .*\s%, against .* (adds?|takes?) \d+\spoints?/);
    assert.equal(await page.locator(".song-reasons svg[role=img]").count(), 2);
    const again = await openSong(new URL(page.url()).search);
    assert.equal(await again.page.locator(".song-reasons h3").innerText(), name);
    await again.close();
    assert.deepEqual(problems, []);
    await close();
  });

  it("is checked against the definition in a worker, whose values are those shown and add up", async () => {
    const {page, problems, verify, check, close} = await openSong();
    await check.click();
    const table = verify.locator("table");
    await table.waitFor({timeout: 120_000});
    const differences = await table.evaluate(({dataset: {fast, shown, residual}}) => [fast, shown, residual]);
    const [fast, shown, residual] = differences.map(Number);
    assert.ok(fast < 1e-9 && residual < 1e-9, differences.join());
    assert.ok(shown < 1e-3, differences.join()); // shown rounded
    assert.match(await statusOf(page).innerText(), /^Done in [\d.]+ seconds/);
    assert.ok(await check.isEnabled());
    assert.deepEqual(problems, []);
    await close();
  });

  it("can be cancelled while it is checked", async () => {
    const {page, verify, check, close} = await openSong();
    await page.route("**/booster*.arrow", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await route.continue();
    });
    await check.click();
    await verify.getByRole("button", {name: "Cancel"}).click();
    assert.equal(await statusOf(page).innerText(), "Cancelled.");
    assert.ok(await check.isEnabled());
    await page.waitForTimeout(3000);
    assert.equal(await statusOf(page).innerText(), "Cancelled.");
    assert.equal(await verify.locator("table").count(), 0);
    await close();
  });

  it("says why a check failed, and can be checked again", async () => {
    const {page, verify, check, close} = await openSong();
    for (const file of ["**/booster*.arrow", "**/verifyWorker*.js"]) {
      await page.route(file, (route) => route.abort());
      await check.click();
      await verify.locator("[role=status].error").waitFor();
      assert.match(await statusOf(page).innerText(), /^The check failed: .*\. You can try again\.$/);
      await page.unroute(file);
    }
    await check.click();
    await verify.locator("table").waitFor({timeout: 120_000});
    await close();
  });
});

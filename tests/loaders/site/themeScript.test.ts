import assert from "node:assert/strict";
import {JSDOM} from "jsdom";
import {describe, it} from "vitest";
import {THEME_SCRIPT} from "../../../loaders/site/themeScript.js";

/** A page whose head runs the script, in a browser that kept `stored`; with `shut`, storage throws. */
async function open({stored, shut = false}: {stored?: string; shut?: boolean}) {
  const before = shut
    ? `Object.defineProperty(window, "localStorage", {get() { throw new Error("SecurityError"); }})`
    : stored !== undefined
      ? `localStorage.setItem("theme", ${JSON.stringify(stored)})`
      : "";
  const html = `<head><script>${before}</script><script>${THEME_SCRIPT}</script><script>window.early = document.documentElement.dataset.theme</script></head><button class="theme-switch">Theme: auto</button>`;
  const {window} = new JSDOM(html, {runScripts: "dangerously", url: "http://127.0.0.1/"});
  await new Promise((resolve) => window.addEventListener("load", resolve));
  const button = window.document.querySelector("button")!;
  return {
    window,
    shown: () => [window.document.documentElement.dataset.theme, button.textContent],
    click: () => button.click()
  };
}

describe("THEME_SCRIPT", () => {
  it("goes round auto, light, dark and keeps the choice", async () => {
    const {window, shown, click} = await open({});
    assert.deepEqual(shown(), [undefined, "Theme: auto"]);
    click();
    assert.deepEqual(shown(), ["light", "Theme: light"]);
    assert.equal(window.localStorage.getItem("theme"), "light");
    click();
    assert.deepEqual(shown(), ["dark", "Theme: dark"]);
    click();
    assert.deepEqual(shown(), [undefined, "Theme: auto"]);
    assert.equal(window.localStorage.getItem("theme"), "auto");
  });

  it("applies what was kept before the page is drawn", async () => {
    const {window, shown, click} = await open({stored: "dark"});
    assert.equal((window as unknown as {early: string}).early, "dark");
    assert.deepEqual(shown(), ["dark", "Theme: dark"]);
    click();
    assert.deepEqual(shown(), [undefined, "Theme: auto"]);
  });

  it("goes round where storage is shut", async () => {
    const {shown, click} = await open({shut: true});
    assert.deepEqual(shown(), [undefined, "Theme: auto"]);
    click();
    click();
    assert.deepEqual(shown(), ["dark", "Theme: dark"]);
  });

  it("holds nothing that would end its tag", () => {
    assert.doesNotMatch(THEME_SCRIPT, /<\/|<!--/);
  });
});

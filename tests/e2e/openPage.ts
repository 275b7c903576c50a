import {chromium, type Browser, type BrowserContextOptions, type Page} from "playwright-core";
import {inject} from "vitest";
import {findChromium} from "./findChromium.js";

let browser: Promise<Browser> | undefined;

/** A page of the sample site in a real browser, and what went wrong on it. */
export interface OpenPage {
  readonly page: Page;
  readonly problems: string[]; // console errors, uncaught errors, failed or foreign requests, dialogs
  readonly close: () => Promise<void>;
}

/** Opens a page and waits until it is drawn. */
export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  browser ??= chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync"
    ]
  });
  const {url} = inject("site");
  const context = await (await browser).newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("dialog", (dialog) => {
    problems.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !/^(data|blob):/.test(target)) problems.push(`request to ${target}`);
  });
  page.on(
    "response",
    (response) => response.status() >= 400 && problems.push(`${response.status()} ${response.url()}`)
  );
  await page.goto(url + path, {waitUntil: "networkidle"});
  await page.waitForFunction(() => document.querySelector(".observablehq--loading") === null);
  return {page, problems, close: () => context.close()};
}

/** Ends the browser; call it in `afterAll`. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

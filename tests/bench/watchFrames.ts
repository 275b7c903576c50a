import type {Page} from "playwright-core";

/** Notes the longest time between two frames on the page's body, as data-longest-frame-gap-ms. */
export async function watchFrames(page: Page): Promise<void> {
  // As text: what the compiler adds for a named function does not reach the page.
  await page.evaluate(`{
    let last = performance.now();
    let longest = 0;
    const look = (now) => {
      longest = Math.max(longest, now - last);
      last = now;
      document.body.dataset.longestFrameGapMs = longest;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`);
}

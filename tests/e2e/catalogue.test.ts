import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {csvParse, csvParseRows} from "d3-dsv";
import type {Page} from "playwright-core";
import {afterAll, describe, it} from "vitest";
import {shiftPrior} from "../../lib/calibration/shiftPrior.js";
import type {CatalogueData} from "../../lib/catalogue/CatalogueData.js";
import {sampleCatalogue} from "../../lib/catalogue/sampleCatalogue.js";
import {FEATURES} from "../../lib/features/features.js";
import {shapTrees} from "../../lib/shap/shapTrees.js";
import {decodeTrees} from "../../lib/trees/decodeTrees.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import {HOSTILE} from "../fixtures/sampleStudy.js";
import {accessibilityViolations, overflowPx} from "./accessibility.js";
import {closeBrowser, openPage} from "./openPage.js";
import {siteFile} from "./siteFile.js";

afterAll(closeBrowser);

const NAMES = FEATURES.map(({name}) => name);
const SONG = "0.5,0.6,3,-7.5,1,0.05,0.2,0,0.1,0.7,120,215000,4,30.5,9,1980";
const catalogue = () => JSON.parse(siteFile("catalogue").toString()) as CatalogueData;
const songs = (count: number, seed = 1) => sampleCatalogue(catalogue(), count, seed);

const statusOf = (page: Page) => page.locator(".catalogue > .work-progress [role=status]");
const rowsOf = (page: Page) => page.locator(".catalogue-table tbody tr");
const sayings = (page: Page) => page.locator("[data-role=expected]");

/** Drops a file on the page. */
async function give(page: Page, text: string | Buffer, name = "songs.csv"): Promise<void> {
  await page.locator("#catalogue-file").setInputFiles({name, mimeType: "text/csv", buffer: Buffer.from(text)});
}

async function openScored(text: string) {
  const opened = await openPage("catalogue");
  await give(opened.page, text);
  await rowsOf(opened.page).first().waitFor();
  return opened;
}

/** What a button saves. */
async function saved(page: Page, name: string) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", {name}).click()]);
  return {name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8")};
}

describe("the desk for catalogues", () => {
  it("scores and explains a file as the trees do in Node, and saves it with its columns", async () => {
    const text = songs(300);
    const {page, problems, close} = await openScored(text);
    await page.getByRole("button", {name: "Explain every song"}).click();
    await page.getByText("Explained: each row").waitFor({timeout: 120_000});
    await page.locator(".catalogue-dials input[type=number]").first().fill("10");
    const {name, text: scored} = await saved(page, "Download everything as CSV");
    const {modelHash, hitShare} = catalogue();
    assert.equal(name, `songs-scored-${modelHash}.csv`);

    const rows = csvParse(text);
    const columns = NAMES.map((name) => Float32Array.from(rows, (row) => (row[name] === "" ? NaN : Number(row[name]))));
    const X = {names: NAMES, columns, length: rows.length};
    const trees = decodeTrees(siteFile("booster"));
    const p = predictTrees(trees, X);
    const {base, phi} = shapTrees(trees, X);
    const answers = csvParse(scored);
    assert.equal(answers.length, 300);
    answers.forEach((row, i) => {
      assert.equal(row.track, rows[i].track);
      assert.equal(Number(row.p_hit), Number(p[i].toPrecision(9)));
      assert.equal(Number(row.p_hit_at_10_percent), Number(shiftPrior(p[i], hitShare, 0.1).toPrecision(9)));
      trees.features.forEach((name, j) => {
        assert.equal(Number(row[`shap_${name}`]), Number(phi[j][i].toPrecision(9)) + 0);
      });
      assert.equal(Number(row.shap_base), Number(base.toPrecision(9)));
    });
    assert.deepEqual(problems, []);
    await close();
  });

  it("scores its own sample, and pasted text", async () => {
    const {page, problems, close} = await openPage("catalogue");
    await page.getByRole("button", {name: "Try it with a sample"}).click();
    await rowsOf(page).first().waitFor();
    assert.match(await statusOf(page).innerText(), /^200 songs of synthetic-songs\.csv scored/);
    await page.getByText("Paste a CSV").click();
    await page.locator(".drop-zone textarea").fill(songs(7).replaceAll(",", ";"));
    await page.getByRole("button", {name: "Read it"}).click();
    await page.getByText("7 songs of pasted.csv scored").waitFor();
    assert.deepEqual(problems, []);
    await close();
  });

  it("sorts by keyboard, filters, turns pages, and follows both dials", async () => {
    const {page, problems, close} = await openScored(songs(60));
    const shares = async () => {
      const texts = await page.locator(".catalogue-table tbody td.num:nth-last-child(2)").allInnerTexts();
      return texts.map((text) => parseFloat(text));
    };
    const falling = await shares();
    assert.deepEqual(
      falling,
      falling.toSorted((a, b) => b - a)
    );
    await page.locator("th button", {hasText: "Probability"}).focus();
    await page.keyboard.press("Enter");
    await page.locator("th[aria-sort=ascending]", {hasText: "Probability"}).waitFor();
    const rising = await shares();
    assert.deepEqual(
      rising,
      rising.toSorted((a, b) => a - b)
    );
    await page.getByRole("button", {name: "Next"}).click();
    await page.getByText("26 to 50 of 60").waitFor();
    await page.getByLabel("Find a title, artist or id").fill("SONG 17");
    await page.getByText("1 to 1 of 1", {exact: true}).waitFor();

    const [rate, budget] = await page.locator(".catalogue-dials input[type=number]").all();
    await budget.fill("60");
    const atStudy = await sayings(page).evaluate(({dataset}) => Number(dataset.expected));
    await rate.fill("5");
    const atFive = await sayings(page).evaluate(({dataset}) => Number(dataset.expected));
    assert.ok(atFive < atStudy && atFive > 0, `${atStudy} ${atFive}`);
    const {low, high} = await sayings(page).evaluate(({dataset}) => ({
      low: Number(dataset.low),
      high: Number(dataset.high)
    }));
    assert.ok(low <= atFive && atFive <= high);
    await rate.fill("0");
    assert.equal(await sayings(page).evaluate(({dataset}) => Number(dataset.expected)), atFive);
    assert.deepEqual(problems, []);
    await close();
  });

  it("has columns matched that it does not know", async () => {
    const {page, problems, close} = await openPage("catalogue");
    await give(page, "Name;Power;Length\nA;0.5;200\nB;0.9;210\n");
    await page.getByRole("heading", {name: "Which column holds what?"}).waitFor();
    await page.getByLabel("Energy").selectOption({label: "Power (0.5)"});
    await page.getByLabel("Duration", {exact: true}).selectOption({label: "Length (200)"});
    assert.equal(await page.getByLabel("Unit of the duration").inputValue(), "s");
    await page.getByRole("button", {name: "Score the songs"}).click();
    await rowsOf(page).first().waitFor();
    assert.equal(await rowsOf(page).count(), 2);
    assert.deepEqual(problems, []);
    await close();
  });

  it("leaves rows out that it cannot read, tells each, and saves the rest", async () => {
    const bad = SONG.replace("0.6", "loud");
    const text = `track,${NAMES.join(",")}\na,${SONG}\nb,${bad}\nc,1\nd,${SONG}\n`;
    const {page, problems, close} = await openScored(text);
    const faults = page.locator("[data-role=faults]");
    assert.match(await faults.innerText(), /2 of 4 rows were left out/);
    const told = csvParseRows((await saved(page, "Download all as CSV")).text);
    assert.deepEqual(told, [
      ["Line", "Column", "Expected", "Came"],
      ["3", "energy", "a number from 0 to 1", '"loud"'],
      ["4", "the whole row", "17 cells like the header", "2"]
    ]);
    const kept = csvParse((await saved(page, "Download everything as CSV")).text);
    assert.deepEqual(kept.map(({track}) => track), ["a", "d"]); // prettier-ignore
    assert.deepEqual(problems, []);
    await close();
  });

  it("shows hostile names as text, and disarms formulas in what it saves", async () => {
    const names = [HOSTILE.title, HOSTILE.artist, "=cmd|' /C calc'!A0", '"quoted", <b>bold</b>'];
    const rows = names.map((name) => `"${name.replaceAll('"', '""')}",${SONG}`);
    const {page, problems, close} = await openScored(`track,${NAMES.join(",")}\n${rows.join("\n")}\n`);
    assert.equal(await page.locator(".catalogue-table :is(script, img, b)").count(), 0);
    const shown = await page.locator(".catalogue-table tbody td:nth-child(2)").allInnerTexts();
    assert.deepEqual(shown.toSorted(), names.toSorted());
    const {text} = await saved(page, "Download everything as CSV");
    assert.deepEqual(
      csvParse(text).map(({track}) => track),
      [names[0], `'${names[1]}`, `'${names[2]}`, names[3]]
    );
    assert.deepEqual(problems, []);
    await close();
  });

  it("tells what is wrong with a file and keeps the former result", async () => {
    const {page, problems, close} = await openScored(songs(5));
    const header = `track,${NAMES.join(",")}`;
    const cases: readonly (readonly [string | Buffer, RegExp])[] = [
      ["", /expected a header line; got an empty file/],
      [`${header}\n`, /expected a song or more below the header/],
      ["energy\n0.5\n", /got one column/],
      ["energy,energy\n0.5,1\n", /expected each column once/],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /an image \(PNG\)/],
      [Buffer.from([0x61, 0x2c, 0x62, 10, 0xe9, 0x2c, 0x31, 10]), /expected UTF-8 text/],
      [`${header}\n"a,${SONG}\n`, /expected a closing quote/],
      [`${header}\n${"x".repeat(10_000_000)},${SONG}\n`, /records under 1 MiB/],
      [`${Array.from({length: 10_000}, (_, i) => `c${i}`).join(",")}\n${"1,".repeat(9_999)}1\n`, /500 columns at most/],
      [`${header}\na,${SONG.replace("0.5", "x")}\n`, /none of its rows can be read/]
    ];
    for (const [text, expected] of cases) {
      await give(page, text);
      await page.locator(".catalogue > .work-progress .error", {hasText: expected}).waitFor({timeout: 20_000});
      assert.equal(await rowsOf(page).count(), 5, String(expected));
    }
    // A file of 200 MB is refused before a byte of it is read.
    await page.evaluate(() => {
      const file = new File(["x"], "large.csv");
      Object.defineProperty(file, "size", {value: 200e6});
      const drop = new Event("drop", {bubbles: true, cancelable: true});
      Object.defineProperty(drop, "dataTransfer", {value: {files: [file]}});
      document.querySelector(".drop-zone")!.dispatchEvent(drop);
    });
    assert.match(await statusOf(page).innerText(), /large\.csv has 200\sMB.*npm run -s score/);
    assert.equal(await rowsOf(page).count(), 5);
    assert.deepEqual(problems, []);
    await close();
  });

  it("can be cancelled while it explains, and goes on working", async () => {
    const {page, problems, close} = await openScored(songs(20_000));
    await page.getByRole("button", {name: "Explain every song"}).click();
    await page.locator(".catalogue-results").getByRole("button", {name: "Cancel"}).first().click();
    await page.getByText("Cancelled.").waitFor();
    await page.getByRole("button", {name: "Next"}).click();
    await page.getByText("26 to 50 of 20,000").waitFor({timeout: 30_000});
    assert.equal(await page.getByText("Strongest reasons").count(), 0);
    assert.deepEqual(problems, []);
    await close();
  });

  it("works without a network once the page has loaded, and the policy refuses other hosts", async () => {
    const {page, close} = await openPage("catalogue");
    await page.context().setOffline(true);
    await give(page, songs(6, 2), "offline.csv");
    await page.getByText("6 songs of offline.csv scored").waitFor({timeout: 20_000});
    await page.getByRole("button", {name: "Explain every song"}).click();
    await page.getByText("Explained: each row").waitFor({timeout: 60_000});
    assert.equal(csvParse((await saved(page, "Download everything as CSV")).text).length, 6);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    assert.match(policy!, /default-src 'self'.*connect-src 'self'/);
    await close();
  });

  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 390],
    ["dark", 1280],
    ["light", 320]
  ] as const) {
    it(`${colorScheme}, ${width} px: is accessible with results, faults and reasons shown`, async () => {
      const {page, problems, close} = await openPage("catalogue", {colorScheme, viewport: {width, height: 900}});
      await give(
        page,
        `${songs(30)}\n${songs(3, 2)
          .split("\n")[1]
          .replace(/,[^,]*$/, ",loud")}`
      );
      await page.getByText(/songs of songs\.csv scored/).waitFor();
      await page.getByRole("button", {name: "Explain every song"}).click();
      await page.getByText("Explained: each row").waitFor();
      for (const summary of await page.locator("summary:visible").all()) await summary.click();
      assert.ok((await overflowPx(page)) <= 0, `${await overflowPx(page)} px wider than the window`);
      assert.deepEqual(await accessibilityViolations(page), []);
      assert.deepEqual(problems, []);
      await close();
    });
  }
});

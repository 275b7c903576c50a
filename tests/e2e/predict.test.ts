import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import {afterAll, describe, it} from "vitest";
import type {Page} from "playwright-core";
import {shiftPrior} from "../../lib/calibration/shiftPrior.js";
import {fromBase64Url, toBase64Url} from "../../lib/permalink/base64Url.js";
import {crc32} from "../../lib/permalink/crc32.js";
import {decodeSearch} from "../../lib/search/decodeSearch.js";
import {decodeTracks} from "../../lib/tracks/decodeTracks.js";
import {decodeTrees} from "../../lib/trees/decodeTrees.js";
import {marginOfRow} from "../../lib/trees/marginOfRow.js";
import {sigmoid} from "../../lib/sigmoid.js";
import type {PredictData} from "../../lib/wire/PredictData.js";
import {HOSTILE, sampleId} from "../fixtures/sampleStudy.js";
import {accessibilityViolations, overflowPx} from "./accessibility.js";
import {closeBrowser, openPage} from "./openPage.js";
import {siteFile} from "./siteFile.js";

afterAll(closeBrowser);

const predictData = () => JSON.parse(siteFile("predict").toString()) as PredictData;
const probability = (page: Page) => page.locator("[data-role=probability]").getAttribute("data-p").then(Number);
const finder = (page: Page) => page.getByRole("combobox", {name: "Find a song, or paste a Spotify link"});
const said = (page: Page) => page.locator(".finder-said");
const part = async (page: Page, name: string) => page.getByRole("heading", {name}).scrollIntoViewIfNeeded();

/** Waits until the number answers a move that was just made. */
async function moved(page: Page, from: number): Promise<number> {
  await page.waitForFunction(
    (p) => Number(document.querySelector<HTMLElement>("[data-role=probability]")!.dataset.p) !== p,
    from
  );
  return probability(page);
}

/** Waits until an element says something; spaces of all kinds count as one. */
async function says(page: Page, selector: string, words: RegExp): Promise<void> {
  const text = async () => ((await page.locator(selector).first().textContent()) ?? "").replace(/\s+/g, " ");
  for (let tries = 0; tries < 100 && !words.test(await text()); tries++) await page.waitForTimeout(100);
  assert.match(await text(), words);
}

async function download(page: Page, click: () => Promise<void>): Promise<{name: string; bytes: Buffer}> {
  const [file] = await Promise.all([page.waitForEvent("download"), click()]);
  return {name: file.suggestedFilename(), bytes: readFileSync(await file.path())};
}

describe("the predict page", () => {
  it("starts with what the model in Node says of the middle of the study", async () => {
    const {page, close} = await openPage("predict");
    const trees = decodeTrees(siteFile("booster"));
    const {controls} = predictData();
    const margin = marginOfRow(
      trees,
      Float32Array.from(controls, ({median}) => median ?? NaN)
    );
    assert.ok(Math.abs((await probability(page)) - sigmoid(margin)) < 1e-9);
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

  it("draws along a slider what it gives there: where the line says so, the number does", async () => {
    const {page, close} = await openPage("predict");
    const row = page.locator(".control", {has: page.locator("#instrumentalness")});
    const range = /(\d+) % to (\d+) %/.exec((await row.innerText()).replaceAll("\u00a0", " "));
    assert.ok(range, await row.innerText());
    const seen: number[] = [await probability(page)];
    for (const key of ["End", "Home"]) {
      await page.locator("#instrumentalness").press(key);
      await page.waitForTimeout(100);
      seen.push(await probability(page));
    }
    const [low, high] = [Number(range[1]) / 100, Number(range[2]) / 100];
    assert.ok(low < high);
    assert.ok(
      seen.every((p) => p > low - 0.006 && p < high + 0.006),
      `${seen.join()} in ${low} to ${high}`
    );
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

  it("takes minutes and an empty box, which is unknown", async () => {
    const {page, close} = await openPage("predict");
    await page.getByRole("textbox", {name: "Duration, typed"}).fill("1:05");
    const duration = page.locator(".slider-row", {has: page.locator("#duration_ms")});
    await says(page, "output[for=duration_ms]", /^1:05$/);
    assert.equal(await duration.locator("input[type=range]").inputValue(), "65");
    const start = await probability(page);
    await page.getByRole("spinbutton", {name: "Instrumentalness, typed"}).fill("");
    await moved(page, start);
    await says(page, "output[for=instrumentalness]", /^unknown$/);
    await close();
  });

  it("goes to the middle of a decade, and back to that of the study", async () => {
    const {page, close} = await openPage("predict");
    const start = await probability(page);
    await page.getByRole("button", {name: "The middle of the 1960s"}).click();
    assert.notEqual(await moved(page, start), start);
    assert.equal(await page.locator("#decade").inputValue(), "1960");
    await page.getByRole("button", {name: "The middle of the study"}).click();
    await page.waitForFunction(
      (p) => Number(document.querySelector<HTMLElement>("[data-role=probability]")!.dataset.p) === p,
      start
    );
    await close();
  });

  it("draws a waterfall that adds up to the margin of the number shown, for every model and in both units", async () => {
    const {page, close} = await openPage("predict");
    const figure = page.locator(".why-panel > figure.chart");
    await figure.locator("summary").click();
    for (const model of ["Boosted trees", "Glassbox", "Logistic regression"]) {
      for (const unit of ["Log-odds", "Points of probability"]) {
        await page.getByRole("button", {name: model}).click();
        await page.getByRole("button", {name: unit}).click();
        await says(page, ".why-panel > figure.chart figcaption", new RegExp(model.toLowerCase()));
        await says(page, ".why-panel > figure.chart thead", unit === "Log-odds" ? /log-odds/ : /points/);
        const [base, end] = await figure.evaluate(({dataset}) => [Number(dataset.base), Number(dataset.margin)]);
        const cells = await figure.locator("td:nth-child(3)").allInnerTexts();
        const shown = cells.slice(1, -1).map((cell) => Number(cell.replace("−", "-")));
        assert.equal(shown.length, 16);
        const scale = unit === "Log-odds" ? 1 : 100;
        const sum = shown.reduce((total, phi) => total + phi, base * scale);
        assert.ok(Math.abs(sum - end * scale) < 0.01 * scale, `${model}, ${unit}: ${sum} and ${end}`);
        if (model === "Boosted trees") {
          const p = unit === "Log-odds" ? sigmoid(end) : end;
          assert.ok(Math.abs(p - (await probability(page))) < 1e-9);
        }
      }
    }
    await close();
  });

  it("shows an interval, error bars and the forest once a song was moved", async () => {
    const {page, problems, close} = await openPage("predict");
    await page.locator("#energy").press("ArrowRight");
    await says(page, "[data-role=interval]", /\d % to \d+.%/);
    await says(page, ".model-table", /Random forest/);
    await says(page, ".why-panel > figure.chart figcaption", /95 % intervals/);
    assert.deepEqual(problems, []);
    await close();
  });

  it("moves number and words with the base rate, by the exact formula", async () => {
    const {page, close} = await openPage("predict");
    const {hitShare} = predictData();
    const p = await probability(page);
    const number = page.locator("[data-role=probability]");
    const sentence = page.locator("[data-role=sentence]");
    const before = await sentence.innerText();
    await page.getByRole("spinbutton", {name: "Where hits are this common, typed"}).fill("1");
    await page.waitForFunction(
      (words) => document.querySelector("[data-role=sentence]")!.textContent !== words,
      before
    );
    const shown = Number(await number.getAttribute("data-shown"));
    assert.ok(Math.abs(shown - shiftPrior(p, hitShare, 0.01)) < 1e-9, `${shown}`);
    assert.equal(await probability(page), p);
    await page.getByRole("button", {name: /^As in the study/}).click();
    assert.equal(Number(await number.getAttribute("data-shown")), p);
    await close();
  });

  it("gives no verdict where wrong ones must be rare, and one where they may be common", async () => {
    const {page, close} = await openPage("predict");
    await page.getByRole("button", {name: "1 %", exact: true}).click();
    await says(page, "strong[data-role=verdict]", /cannot tell/);
    await page.getByRole("button", {name: "40 %", exact: true}).click();
    await says(page, "strong[data-role=verdict]", /^(hit|flop)$/);
    await close();
  });
});

describe("finding a song", () => {
  it("fetches nothing before its first use, finds by keyboard, and tells label and out-of-fold probability", async () => {
    const {page, problems, close} = await openPage("predict");
    const files: string[] = [];
    page.on("request", (request) => files.push(/data\/(\w+)\./.exec(request.url())?.[1] ?? ""));
    const start = await probability(page);
    await finder(page).focus();
    await page.keyboard.type('TITLE, "101');
    await page.locator("#song-finder-list [role=option]").first().waitFor();
    assert.ok(files.includes("search") && !files.includes("tracks"), files.join());
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await moved(page, start);
    const names = decodeSearch(JSON.parse(siteFile("search").toString()));
    const tracks = decodeTracks(siteFile("tracks"));
    const track = names.titles.indexOf('Title, "101"');
    const song = (await page.locator("[data-role=song]").innerText()).replaceAll("\u00a0", " ");
    assert.match(song, new RegExp(`^Title, "101" by =HYPERLINK.*: a ${tracks.label[track] === 1 ? "hit" : "flop"}`));
    assert.ok(song.includes(`${Math.round(tracks.p[track] * 100)} %`), `${song} ${tracks.p[track]}`);
    const margin = marginOfRow(
      decodeTrees(siteFile("booster")),
      Float32Array.from(tracks.X.columns, (c) => c[track])
    );
    assert.ok(Math.abs((await probability(page)) - sigmoid(margin)) < 1e-9);
    assert.deepEqual(problems, []);
    await close();
  });

  it("shows names as text, whatever they hold, and says when nothing fits", async () => {
    const {page, problems, close} = await openPage("predict");
    await finder(page).fill("script alert");
    await page.locator("#song-finder-list [role=option]").first().waitFor();
    assert.ok((await page.locator("#song-finder-list [role=option]").first().innerText()).startsWith(HOSTILE.title));
    await finder(page).fill("zzzz qqqq");
    await says(page, ".finder-said", /^None of the tracks is called that/);
    assert.equal(await page.locator("#song-finder-list [role=option]").count(), 0);
    assert.deepEqual(problems, []);
    await close();
  });

  it("reads links, URIs and ids of all forms", async () => {
    const {page, close} = await openPage("predict");
    const id = sampleId(200);
    let p = await probability(page);
    for (const [i, form] of [
      `https://open.spotify.com/track/${id}?si=abc`,
      `spotify:track:${sampleId(201)}`,
      `Listen to this: https://open.spotify.com/intl-de/track/${sampleId(202)} !`,
      sampleId(203)
    ].entries()) {
      await finder(page).fill(form);
      p = await moved(page, p);
      await says(page, "[data-role=song]", new RegExp(`^.* ?${200 + i}`));
    }
    await close();
  });

  it("refuses what is no track, beside the box, and keeps the song", async () => {
    const {page, close} = await openPage("predict");
    const start = await probability(page);
    for (const [pasted, words] of [
      ["https://open.spotify.com/album/1DFixLWuPkv3KT3TnV35m3", /a link to an album/],
      ["https://example.com/track/1", /a link to example\.com/],
      ["https://spotify.link/abc", /short link/],
      ["spotify:track:123", /22 characters/],
      ["https://open.spotify.com/track/0000000000000000000000", /not among the 1,499 tracks.*ReccoBeats/]
    ] as const) {
      await finder(page).fill(pasted);
      await says(page, ".finder-said", words);
      assert.equal(await probability(page), start);
    }
    assert.equal(await said(page).getAttribute("role"), "status");
    await close();
  });
});

describe("parts of the predict page", () => {
  it("tell two songs apart in one waterfall from the one's number to the other's", async () => {
    const {page, problems, close} = await openPage("predict");
    const start = await probability(page);
    await page.getByRole("button", {name: "Keep this song as A"}).click();
    await page.locator("#instrumentalness").press("End");
    const end = await moved(page, start);
    const figure = page.locator(".compare figure.chart");
    await page.waitForFunction(
      (margin) =>
        Math.abs(Number(document.querySelector<HTMLElement>(".compare figure")!.dataset.margin) - margin) < 1e-9,
      Math.log(end / (1 - end))
    );
    const base = Number(await figure.getAttribute("data-base"));
    assert.ok(Math.abs(sigmoid(base) - start) < 1e-9);
    await page.getByRole("button", {name: "Swap A and B"}).click();
    assert.equal(await moved(page, end), start);
    await page.getByRole("button", {name: "Drop A"}).click();
    assert.equal(await figure.isVisible(), false);
    assert.deepEqual(problems, []);
    await close();
  });

  it("draw the curve and the dependence of the control moved last", async () => {
    const {page, problems, close} = await openPage("predict");
    await page.locator("#tempo").press("ArrowRight");
    await part(page, "The control moved last");
    await page.getByText(/^Along its range tempo goes with/i).waitFor();
    await page.getByText(/^Tempo contributes/).waitFor();
    assert.deepEqual(problems, []);
    await close();
  });

  it("find changes that reach the target by the model in Node, which can be tried and taken back", async () => {
    const {page, problems, close} = await openPage("predict");
    const start = await probability(page);
    await part(page, "What would change it");
    const target = Math.round(100 * start) - 4; // percent
    await page.getByRole("spinbutton", {name: "Target, typed, %"}).fill(String(target));
    await page.getByRole("button", {name: "Find changes"}).click();
    await page.locator(".edit-card").first().waitFor();
    await page.waitForFunction(
      () => !/^Searching/.test(document.querySelector(".counterfactuals [role=status]")!.textContent!)
    );
    const cards = await page.locator(".edit-card").count();
    assert.ok(cards >= 1 && cards <= 5, `${cards} cards`);
    assert.match(await page.locator(".counterfactuals").innerText(), /Association, not advice/);
    await page.locator(".edit-card .nearest a").first().waitFor();
    await page.locator(".edit-card").first().getByRole("button", {name: "Try it"}).click();
    const tried = await moved(page, start);
    assert.ok(tried <= target / 100 + 1e-9, `${start} to ${tried}, wanted ${target} %`);
    await page.getByRole("button", {name: "Back to the song before"}).click();
    assert.equal(await moved(page, tried), start);
    assert.deepEqual(problems, []);
    await close();
  });

  it("lock features out of the changes, and refuse a range that is none", async () => {
    const {page, close} = await openPage("predict");
    await part(page, "What would change it");
    await page.getByText(/^What may change/).click();
    const from = page
      .getByRole("textbox", {name: /Energy, from|Energy.*lowest|Energy, at least/i})
      .or(page.getByRole("spinbutton", {name: /Energy.*(from|lowest|least)/i}));
    await from.first().fill("9");
    await page.locator(".counterfactuals [role=alert]:not([hidden])").first().waitFor();
    await from.first().fill("");
    for (const box of await page.locator(".counterfactuals input[type=checkbox]").all()) await box.check();
    await page.getByRole("button", {name: "Find changes"}).click();
    await page.waitForFunction(
      () => !/^(Searching.*)?$/.test(document.querySelector(".counterfactuals [role=status]")!.textContent!)
    );
    assert.doesNotMatch(await page.locator(".counterfactuals [role=status]").innerText(), /failed/);
    assert.equal(await page.locator(".edit-card li").count(), 0);
    await close();
  });

  it("show the nearest tracks by sound and by reasons, as an exact search in Node finds them", async () => {
    const {page, problems, close} = await openPage("predict");
    const start = await probability(page);
    await part(page, "Similar tracks");
    await page.getByRole("button", {name: "Find similar tracks"}).click();
    const rows = page.locator(".similar tbody tr");
    await rows.first().waitFor();
    assert.equal(await rows.count(), 10);
    await says(page, ".similar-words", /^Of the 10 nearest tracks/);
    const bySound = await rows.first().innerText();
    const distances = (await rows.locator("td.num").allInnerTexts()).map(Number);
    assert.deepEqual(
      distances,
      [...distances].sort((a, b) => a - b)
    );
    await page.getByRole("button", {name: "The model’s reasons"}).click();
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>(".similar tbody tr")!.innerText !== text,
      bySound
    );
    await rows
      .first()
      .getByRole("button", {name: /into the controls$/})
      .click();
    await moved(page, start);
    assert.notEqual(await page.locator("[data-role=song]").innerText(), "");
    assert.match(
      (await rows.first().getByRole("link").getAttribute("href"))!,
      /^https:\/\/open\.spotify\.com\/track\/0sample\d+$/
    );
    assert.deepEqual(problems, []);
    await close();
  });

  it("put the song before the models of each decade", async () => {
    const {page, problems, close} = await openPage("predict");
    await part(page, "In another decade");
    await page.locator("[data-role=decades]").waitFor();
    assert.match(await page.locator("[data-role=decades]").innerText(), /trees give it/);
    const before = await page.locator("[data-role=decades]").innerText();
    await page.locator("#instrumentalness").press("End");
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>("[data-role=decades]")!.innerText !== text,
      before
    );
    assert.deepEqual(problems, []);
    await close();
  });
});

describe("the predict page with everything open", () => {
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 390],
    ["dark", 1280],
    ["light", 320]
  ] as const) {
    it(`${colorScheme}, ${width} px: is accessible, and no wider than the window`, async () => {
      const {page, problems, close} = await openPage("predict", {colorScheme, viewport: {width, height: 900}});
      await finder(page).fill(sampleId(77));
      await page.locator("[data-role=song] strong").waitFor();
      await page.getByRole("button", {name: "Keep this song as A"}).click();
      await page.locator("#instrumentalness").press("ArrowRight");
      await page.getByRole("spinbutton", {name: "Energy, typed"}).fill("7");
      await part(page, "What would change it");
      await page.getByText(/^What may change/).click();
      await page.getByRole("button", {name: "Find changes"}).click();
      await page.locator(".edit-card .nearest a").first().waitFor();
      await page.getByRole("button", {name: "Find similar tracks"}).click();
      await page.locator(".similar tbody tr").first().waitFor();
      await part(page, "In another decade");
      await page.locator("[data-role=decades]").waitFor();
      await part(page, "Keep and share");
      await page.locator(".share").waitFor();
      for (const summary of await page.locator("figure.chart summary:visible").all()) await summary.click();
      await finder(page).fill("title");
      await page.locator("#song-finder-list [role=option]").first().waitFor();
      assert.ok((await overflowPx(page)) <= 0, `${await overflowPx(page)} px wider than the window`);
      assert.deepEqual(await accessibilityViolations(page), []);
      assert.deepEqual(problems, []);
      await close();
    });
  }
});

describe("a link to the predict page", () => {
  /** A link to a song of the study with some choices, and what the page said of it. */
  async function makeLink(): Promise<{hash: string; p: number; song: string}> {
    const {page, close} = await openPage("predict");
    await finder(page).fill(sampleId(77));
    await page.locator("[data-role=song] strong").waitFor();
    await page.getByRole("button", {name: "20 %", exact: true}).click();
    await page.getByRole("spinbutton", {name: "Where hits are this common, typed"}).fill("10");
    await page.waitForFunction(() => location.hash.startsWith("#s="));
    await page.waitForTimeout(500);
    const made = {
      hash: await page.evaluate(() => location.hash),
      p: await probability(page),
      song: await page.locator("[data-role=song]").innerText()
    };
    await close();
    return made;
  }

  const resealed = (hash: string, change: (body: Uint8Array) => void) => {
    const body = fromBase64Url(hash.slice(3))!.slice(0, -4);
    change(body);
    const crc = new Uint8Array(4);
    new DataView(crc.buffer).setUint32(0, crc32(body));
    return `#s=${toBase64Url(Uint8Array.of(...body, ...crc))}`;
  };

  it("opens as it was made, and says so of another model, a newer page, and one that was cut or altered", async () => {
    const {hash, p, song} = await makeLink();
    assert.ok(hash.length <= 160, hash);

    const same = await openPage(`predict${hash}`);
    assert.equal(await probability(same.page), p);
    await same.page.locator("[data-role=song] strong").waitFor();
    assert.equal(await same.page.locator("[data-role=song]").innerText(), song);
    assert.equal(await same.page.getByRole("button", {name: "20 %", exact: true}).getAttribute("aria-pressed"), "true");
    assert.equal(
      await same.page.locator("#rate").evaluate((dial: HTMLInputElement) => (10 ** dial.valueAsNumber).toFixed(1)),
      "10.0"
    );
    assert.equal(await same.page.locator(".link-notice").innerText(), "");
    assert.deepEqual(same.problems, []);
    await same.close();

    const other = await openPage(`predict${resealed(hash, (body) => (body[8] ^= 255))}`);
    assert.match(await other.page.locator(".link-notice").innerText(), /another model/);
    assert.equal(await probability(other.page), p);
    await other.close();

    const middle = await openPage("predict");
    const start = await probability(middle.page);
    for (const [bad, words] of [
      [resealed(hash, (body) => (body[0] = 9)), /newer version/],
      [hash.slice(0, -9), /cut short or altered/],
      [hash.replace(/.$/, (end) => (end === "A" ? "B" : "A")), /cut short or altered/],
      ["#s=<script>alert(1)</script>", /cut short or altered/]
    ] as const) {
      await middle.page.evaluate((fragment) => (location.hash = fragment), bad);
      await says(middle.page, ".link-notice", words);
      assert.equal(await probability(middle.page), start);
    }
    await middle.page.evaluate((fragment) => (location.hash = fragment), hash);
    assert.equal(await moved(middle.page, start), p);
    assert.deepEqual(middle.problems, []);
    await middle.close();
  });

  it("stands in a box, and goes with files that carry the hashes of data and model", async () => {
    const {page, problems, close} = await openPage("predict");
    const {dataHash, modelHash, controls} = predictData();
    await page.locator("#energy").press("End");
    await part(page, "Keep and share");
    const box = page.getByRole("textbox", {name: "Link to the page as it is now"});
    await box.waitFor();
    assert.match(await box.inputValue(), /\/predict#s=/);
    const p = await probability(page);
    const share = page.locator(".share");
    const file = (what: string) => download(page, () => share.getByRole("button", {name: what, exact: true}).click());

    const json = await file("JSON");
    assert.equal(json.name, `trackoracle-${modelHash}-prediction.json`);
    const document = JSON.parse(json.bytes.toString());
    assert.equal(document.data.hash, dataHash);
    assert.equal(document.model.hash, modelHash);
    assert.ok(Math.abs(document.models[0].p - p) < 1e-12);
    assert.ok(document.interval.low < p && p < document.interval.high);
    const sum = document.explanation.phi.reduce((total: number, phi: number) => total + phi, document.explanation.base);
    assert.ok(Math.abs(sigmoid(sum) - p) < 1e-9);

    const csv = await file("CSV");
    const rows = csvParse(csv.bytes.toString());
    assert.deepEqual(
      rows.map(({feature}) => feature),
      controls.map(({name}) => name)
    );
    assert.ok(rows.every((row) => row.data_hash === dataHash && row.model_hash === modelHash));

    const svg = await file("SVG");
    assert.match(svg.bytes.toString(), new RegExp(`data ${dataHash} · model ${modelHash}`));
    const png = await file("PNG");
    assert.equal(png.name, `trackoracle-${modelHash}-waterfall.png`);
    assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
    assert.ok(png.bytes.readUInt32BE(16) > 600);
    assert.deepEqual(problems, []);
    await close();
  });
});

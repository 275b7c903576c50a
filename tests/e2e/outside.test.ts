import assert from "node:assert/strict";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {Page, Route} from "playwright-core";
import {afterAll, describe, it} from "vitest";
import type {PredictData} from "../../lib/wire/PredictData.js";
import {wav} from "../fixtures/audio/wav.js";
import {accessibilityViolations, overflowPx} from "./accessibility.js";
import {closeBrowser, openPage} from "./openPage.js";
import {siteFile} from "./siteFile.js";

const scratch = mkdtempSync(path.join(tmpdir(), "outside-"));
afterAll(async () => {
  await closeBrowser();
  rmSync(scratch, {recursive: true, force: true});
});

const ID = "7abcdefghijklmnopqrstu"; // no track of the sample
const CLIENT = "0123456789abcdef0123456789abcdef";
const FILES = "tests/fixtures/audio/files";
const RATE_HZ = 8000;

const controls = () => (JSON.parse(siteFile("predict").toString()) as PredictData).controls;
const panel = (page: Page) => page.locator(".outside");
const open = (page: Page) => page.getByText("A song that is not here: a link, or an audio file").click();
const paste = (page: Page) =>
  page
    .getByRole("combobox", {name: "Find a song, or paste a Spotify link"})
    .fill(`https://open.spotify.com/track/${ID}`);
const probability = (page: Page) => page.locator("[data-role=probability]").getAttribute("data-p");
const status = (page: Page) => page.locator(".outside .work-progress [role=status]");
const tagOf = (page: Page, name: string) => page.locator(`label[for=${name}] .knowing`).innerText();

async function give(page: Page, name: string, buffer: Uint8Array | string): Promise<void> {
  await page.locator("#outside-file").setInputFiles({name, mimeType: "", buffer: Buffer.from(buffer)});
}

/** Sound of one channel, `seconds` long, by the sample. */
const sound = (seconds: number, at: (t: number) => number) =>
  wav({channels: [Float32Array.from({length: seconds * RATE_HZ}, (_, i) => at(i / RATE_HZ))], sampleRateHz: RATE_HZ});

/** Struck chords that go from C to F, G and C: it has a beat and a key. */
const chord = (t: number) => {
  const roots = [261.63, 349.23, 392, 261.63];
  const struck = 0.2 * Math.exp(-4 * (t % 0.5));
  const root = roots[Math.floor(t / 2) % roots.length];
  return struck * [1, 1.26, 1.498, 2].reduce((sum, ratio) => sum + Math.sin(2 * Math.PI * root * ratio * t), 0);
};

const json = (route: Route, body: unknown, status = 200) =>
  route.fulfill({
    status,
    headers: {"access-control-allow-origin": "*", "content-type": "application/json"},
    body: JSON.stringify(body)
  });

const RECCO = {
  id: "00000000-0000-4000-8000-000000000000",
  href: `https://open.spotify.com/track/${ID}`,
  ...{danceability: 0.71, energy: 0.62, key: 4, loudness: -6.5, mode: 1, speechiness: 0.05, acousticness: 0.2},
  ...{instrumentalness: 0, liveness: 0.1, valence: 0.55, tempo: 118.02}
};

describe("a track that is not here", () => {
  it("costs one line until it is asked for, and no request leaves before a button says so", async () => {
    const {page, problems, close} = await openPage("predict");
    const files: string[] = [];
    page.on("request", (request) => files.push(request.url()));
    assert.equal(await panel(page).innerText(), "A song that is not here: a link, or an audio file");
    assert.ok(!files.some((file) => /outside/.test(file)), files.join());
    await paste(page);
    await page.getByRole("button", {name: "Ask ReccoBeats"}).waitFor();
    assert.match(await panel(page).innerText(), /then api\.reccobeats\.com is told this id/);
    await page.waitForTimeout(300);
    assert.deepEqual(problems, []);
    await close();
  });

  it("is set to what ReccoBeats gives: the rest stays missing, is said, and widens the interval", async () => {
    const {page, problems, close} = await openPage("predict");
    const asked: string[] = [];
    await page.route("https://api.reccobeats.com/**", (route) => {
      asked.push(route.request().url());
      return json(route, {content: [{...RECCO, href: "https://open.spotify.com/track/0000000000000000000000"}, RECCO]});
    });
    await paste(page);
    await page.getByRole("button", {name: "Ask ReccoBeats"}).click();
    await page.getByText("The controls are set to what ReccoBeats gives").waitFor();
    assert.deepEqual(asked, [`https://api.reccobeats.com/v1/audio-features?ids=${ID}`]);
    assert.equal(await page.locator("#energy").inputValue(), "0.62");
    assert.equal(await tagOf(page, "energy"), "published");
    assert.equal(await tagOf(page, "duration_ms"), "missing");
    assert.equal(await page.locator("output[for=duration_ms]").innerText(), "unknown");
    assert.equal(await tagOf(page, "decade"), "assumed");
    await page.locator("[data-role=interval]", {hasText: "not known exactly"}).waitFor();
    await page.locator("[data-role=interval]", {hasText: "models fitted anew"}).waitFor();
    assert.match(await page.locator("[data-role=song]").innerText(), /no track of this study; 11 published, 1 assumed, 4 missing/); // prettier-ignore
    await page.getByText(/^Its 16 values/).click();
    assert.match(await page.locator(".outside-values").innerText(), /Tempo\s+118 BPM\s+published\s+ReccoBeats/);

    await page.locator("#energy").press("ArrowRight");
    assert.equal(await tagOf(page, "energy"), "you");
    await page.getByRole("button", {name: "Any track"}).click();
    await page.locator("[data-role=song]", {hasText: "in this study"}).waitFor();
    assert.equal(await tagOf(page, "tempo"), "");
    await page.getByRole("button", {name: "Set the controls to it again"}).click();
    assert.equal(await tagOf(page, "energy"), "published");
    assert.deepEqual(problems, [`request to ${asked[0]}`]);
    await close();
  });

  it("costs a dead, senseless or ignorant source one line, and what was there stays", async () => {
    const {page, close} = await openPage("predict");
    const before = await probability(page);
    const answers: [(route: Route) => Promise<void>, RegExp][] = [
      [(route) => route.abort(), /ReccoBeats could not be reached/],
      [(route) => route.fulfill({status: 200, body: "<html>"}), /something that is no list/],
      [(route) => json(route, "down"), /something that is no list/],
      [(route) => json(route, {}, 429), /asked too much/],
      [(route) => json(route, {content: []}), /does not know this track/]
    ];
    await paste(page);
    for (const [answer, words] of answers) {
      await page.route("https://api.reccobeats.com/**", answer);
      await page.getByRole("button", {name: "Ask ReccoBeats"}).click();
      await page.locator(".outside-track .error", {hasText: words}).waitFor();
      assert.equal(await probability(page), before);
      await page.unroute("https://api.reccobeats.com/**");
    }
    await page.route("https://api.reccobeats.com/**", () => undefined); // never
    const start = Date.now();
    await page.getByRole("button", {name: "Ask ReccoBeats"}).click();
    await page.locator(".outside-track .error", {hasText: "did not answer in time"}).waitFor();
    assert.ok(Date.now() - start < 6500);
    await close();
  });
});

describe("Spotify, with an application of the reader's own", () => {
  /** A made-up Spotify: whoever comes is sent back with a code. */
  async function spotify(page: Page, sendBack: (there: URL) => URLSearchParams) {
    const asked: {url: string; body: string; authorization: string | undefined}[] = [];
    await page.route("https://accounts.spotify.com/authorize*", (route) => {
      const there = new URL(route.request().url());
      const back = `${there.searchParams.get("redirect_uri")}?${sendBack(there)}`;
      return route.fulfill({
        contentType: "text/html",
        body: `<script>location.replace(${JSON.stringify(back)})</script>`
      });
    });
    const note = (route: Route) => {
      const request = route.request();
      asked.push({url: request.url(), body: request.postData() ?? "", authorization: request.headers().authorization});
    };
    await page.route("https://accounts.spotify.com/api/token", (route) => {
      note(route);
      return json(route, {
        access_token: "secret-access",
        token_type: "Bearer",
        expires_in: 3600,
        refresh_token: "secret-refresh"
      });
    });
    await page.route("https://api.spotify.com/v1/**", (route) => {
      note(route);
      if (route.request().url().includes("audio-features")) return json(route, {error: {status: 403}}, 403);
      const artists = [{id: ID, name: "An <b>Artist</b>"}];
      return json(route, {id: ID, name: "A Title", artists, duration_ms: 201_000, album: {release_date: "1987-05-01"}});
    });
    return asked;
  }

  const signIn = async (page: Page) => {
    await paste(page);
    await page.getByText("Ask Spotify, with an application of your own").click();
    await page.getByLabel("Client id of your application").fill(CLIENT);
    await page.getByRole("button", {name: "Ask Spotify"}).click();
  };

  it("is asked after a login to the letter; the link stays, code and tokens are nowhere to be seen", async () => {
    const {page, close} = await openPage("predict");
    const asked = await spotify(page, ({searchParams}) => {
      assert.equal(searchParams.get("code_challenge_method"), "S256");
      return new URLSearchParams({code: "secret-code", state: searchParams.get("state")!});
    });
    await page.locator("#energy").press("End");
    await page.waitForFunction(() => location.hash.startsWith("#s="));
    const before = page.url();
    await signIn(page);
    await page.locator(".outside-title", {hasText: "A Title by An <b>Artist</b>"}).waitFor();
    await page.getByText("closed to this application").waitFor();
    const [token, ...calls] = asked;
    assert.equal(new URLSearchParams(token.body).get("redirect_uri"), before.split("#")[0]);
    assert.deepEqual(calls.map(({url}) => url), [`https://api.spotify.com/v1/tracks/${ID}`, `https://api.spotify.com/v1/audio-features/${ID}`]); // prettier-ignore
    assert.ok(calls.every(({authorization}) => authorization === "Bearer secret-access"));
    assert.equal(new URL(page.url()).search, "");
    assert.ok(new URL(page.url()).hash.startsWith("#s="));
    assert.equal(await page.locator("#duration_ms").inputValue(), "201");
    assert.equal(await page.locator("#decade").inputValue(), "1980");
    assert.equal(await tagOf(page, "duration_ms"), "published");
    await page.waitForTimeout(500);
    const held = await page.evaluate(() => document.documentElement.outerHTML + location.href + JSON.stringify([{...sessionStorage}, {...localStorage}])); // prettier-ignore
    assert.doesNotMatch(held, /secret-/);
    await page.getByRole("button", {name: "Sign out"}).click();
    assert.equal(await page.getByLabel("Client id of your application").inputValue(), "");
    assert.deepEqual(await page.evaluate(() => ({...sessionStorage})), {});
    await close();
  });

  it("is asked for nothing where the reader says no, or the return is not of this login", async () => {
    const {page, close} = await openPage("predict");
    const asked = await spotify(page, ({searchParams}) => new URLSearchParams({error: "access_denied", state: searchParams.get("state")!})); // prettier-ignore
    await signIn(page);
    await page.getByText("You did not allow it, so Spotify was asked for nothing.").waitFor();
    assert.equal(new URL(page.url()).search, "");
    await page.unrouteAll();
    const again = await spotify(page, () => new URLSearchParams({code: "stolen", state: "another"}));
    await page.getByRole("button", {name: "Ask Spotify"}).click();
    await page.getByText("does not belong to a login that this page began").waitFor();
    assert.deepEqual([asked, again], [[], []]);
    await close();
  });

  it("refuses a return where no login was begun, and cleans the address", async () => {
    const {page, problems, close} = await openPage("predict?code=abc&state=def&other=1#about");
    await page.getByText("no login was begun in this tab").waitFor();
    assert.match(page.url(), /\/predict\?other=1#about$/);
    assert.deepEqual(problems, []);
    await close();
  });
});

describe("an audio file", () => {
  for (const name of ["chords.mp3", "chords.wav", "chords.flac", "chords.m4a", "chords.ogg"]) {
    it(`${name}: is measured here, and the controls are set to it`, async () => {
      const {page, problems, close} = await openPage("predict");
      await open(page);
      await page.locator("#outside-file").setInputFiles(path.join(FILES, name));
      await page.getByText(`${name} was measured`).waitFor();
      assert.equal(await tagOf(page, "tempo"), "measured");
      const bpm = await page.locator("#tempo").inputValue();
      assert.ok(
        [60, 120, 240].some((beat) => Math.abs(Number(bpm) - beat) <= beat / 50),
        `${bpm} BPM`
      );
      assert.deepEqual(problems, []); // nothing left the page
      await close();
    });
  }

  it("tells how every value is known, and what the unknowns leave; answers and corrections move it", async () => {
    const {page, problems, close} = await openPage("predict");
    await open(page);
    await give(page, "mine.wav", sound(16, chord));
    await page.getByText("mine.wav was measured").waitFor();
    const number = page.locator("[data-role=outside-probability]");
    const range = page.locator("[data-role=outside-range]");
    await page.locator("[data-role=outside-range][data-low]").waitFor();
    const [low, high] = await range.evaluate(({dataset}) => [Number(dataset.low), Number(dataset.high)]);
    assert.ok(low < high, `${low} to ${high}`);
    assert.match(await page.locator(".outside-answer").innerText(), /AUC|was not measured/);
    for (const [name, tag] of [
      ["loudness", "measured"],
      ["energy", "estimated"],
      ["instrumentalness", "assumed"],
      ["chorus_hit", "assumed"]
    ])
      assert.equal(await tagOf(page, name), tag);

    const before = await number.getAttribute("data-p");
    await page.getByRole("group", {name: "Vocals"}).getByRole("button", {name: "none"}).click();
    assert.equal(await tagOf(page, "instrumentalness"), "asked");
    assert.notEqual(await number.getAttribute("data-p"), before);
    const bpm = Number(await page.locator("#tempo").inputValue());
    await page.getByRole("button", {name: "÷2"}).click();
    assert.ok(Math.abs(Number(await page.locator("#tempo").inputValue()) - bpm / 2) <= 1);
    const key = await page.locator("#key").inputValue();
    await page.getByRole("group", {name: /^Key/}).getByRole("button").nth(1).click();
    assert.notEqual(
      `${key} ${await page.locator("#mode").inputValue()}`,
      `${await page.locator("#key").inputValue()} 1`
    );
    await page.getByLabel(/^Judge it as a song of the/).selectOption("1970");
    assert.equal(await page.locator("#decade").inputValue(), "1970");

    await page.locator("#loudness").press("ArrowRight");
    assert.equal(await tagOf(page, "loudness"), "you");
    const moved = await page.locator("#loudness").inputValue();
    await page.getByRole("group", {name: "An audience"}).getByRole("button", {name: "yes"}).click();
    assert.equal(await page.locator("#loudness").inputValue(), moved, "what was moved by hand stays");
    await page.getByText(/^Its 16 values: .*measured/).click();
    assert.equal(await page.locator(".outside-values tbody tr").count(), controls().length);
    await page.locator("[data-role=interval]", {hasText: "not known exactly"}).waitFor();
    assert.deepEqual(problems, []);
    await close();
  });

  it("says what it cannot use, and what was there stays", async () => {
    const {page, problems, close} = await openPage("predict");
    await open(page);
    const long = path.join(scratch, "long.wav");
    writeFileSync(long, longWav(3 * 3600));
    const before = await probability(page);
    const chosen = async (words: RegExp) => {
      await page.locator(".outside .work-progress .error", {hasText: words}).waitFor({timeout: 20_000});
      assert.equal(await probability(page), before);
    };
    const mp3 = readFileSync(path.join(FILES, "chords.mp3"));
    for (const [name, bytes, words] of [
      ["empty.mp3", "", /empty\.mp3: expected an audio file; got an empty one/],
      ["notes.txt", "do re mi ".repeat(999), /notes\.txt: expected sound that this browser can decode/],
      ["bought.m4p", mp3.map((byte) => byte ^ 0x5a), /protected against copying/],
      ["short.wav", sound(0.4, chord), /short\.wav: expected a second of sound or more; got 0\.4 s/],
      ["none.wav", sound(0, chord), /none\.wav: expected/],
      ["silent.wav", sound(9, () => 0), /silent\.wav is silent: nothing can be told of it/]
    ] as const) {
      await give(page, name, bytes);
      await chosen(words);
    }
    await page.locator("#outside-file").setInputFiles(long);
    await chosen(/long\.wav: expected 20:00 min at most.*got 180:00 min/);
    await page.evaluate(() => {
      const file = new File(["x"], "large.wav");
      Object.defineProperty(file, "size", {value: 250e6});
      const drop = new Event("drop", {bubbles: true, cancelable: true});
      Object.defineProperty(drop, "dataTransfer", {value: {files: [file]}});
      document.querySelector(".outside-drop")!.dispatchEvent(drop);
    });
    await chosen(/large\.wav: expected 200\sMB at most; got 250\sMB/);
    assert.deepEqual(problems, []);
    await close();
  });

  it("takes one that is clipped, and says so", async () => {
    const {page, problems, close} = await openPage("predict");
    await open(page);
    await give(
      page,
      "hot.wav",
      sound(12, (t) => 20 * chord(t))
    );
    await page.getByText("hot.wav was measured").waitFor();
    assert.match(await page.locator(".outside-song").innerText(), /It is clipped: \d+\s% of its samples/);
    assert.deepEqual(problems, []);
    await close();
  });

  it("can be cancelled, and goes on working", async () => {
    const {page, problems, close} = await openPage("predict");
    await open(page);
    const before = await probability(page);
    await give(page, "slow.wav", sound(600, chord));
    await panel(page).getByRole("button", {name: "Cancel"}).click();
    assert.equal(await status(page).innerText(), "Cancelled.");
    await page.waitForTimeout(500);
    assert.equal(await status(page).innerText(), "Cancelled.");
    assert.equal(await probability(page), before);
    await give(page, "quick.wav", sound(6, chord));
    await page.getByText("quick.wav was measured").waitFor();
    assert.deepEqual(problems, []);
    await close();
  });
});

describe("how it looks", () => {
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
    ["dark", 390],
    ["dark", 320],
    ["light", 320]
  ] as const) {
    it(`${colorScheme}, ${width} px: is accessible with a file read and a track asked for`, async () => {
      const {page, problems, close} = await openPage("predict", {colorScheme, viewport: {width, height: 900}});
      await paste(page);
      await page.getByRole("button", {name: "Ask ReccoBeats"}).waitFor();
      await page.locator("#outside-file").setInputFiles(path.join(FILES, "chords.ogg"));
      await page.getByText("chords.ogg was measured").waitFor();
      for (const summary of await page.locator(".outside-panel summary:visible").all()) await summary.click();
      assert.ok((await overflowPx(page)) <= 0, `${await overflowPx(page)} px wider than the window`);
      assert.deepEqual(await accessibilityViolations(page), []);
      assert.deepEqual(problems, []);
      if (process.env.SHOTS) {
        await panel(page).screenshot({path: `${process.env.SHOTS}/${colorScheme}-${width}.png`});
        await page.screenshot({path: `${process.env.SHOTS}/page-${colorScheme}-${width}.png`});
      }
      await close();
    });
  }
});

/** Silence of 8 bits, 3,000 samples a second. */
function longWav(seconds: number): Uint8Array {
  const rate = 3000;
  const head = wav({channels: [new Float32Array(0)], sampleRateHz: rate});
  const bytes = new Uint8Array(head.length + rate * seconds).fill(128);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, bytes.length - 8, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  view.setUint32(40, rate * seconds, true);
  return bytes;
}

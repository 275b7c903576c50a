import assert from "node:assert/strict";
import {JSDOM} from "jsdom";
import {describe, it} from "vitest";
import {escapeHtml} from "../../../loaders/site/escapeHtml.js";
import {pageHeader} from "../../../loaders/site/pageHeader.js";
import {PAGES} from "../../../loaders/site/pages.js";
import {HIT_PREDICTOR_LABEL} from "../../../loaders/tracks/adapters/hitPredictorLabel.js";
import type {Provenance} from "../../../loaders/tracks/types.js";

it("escapeHtml(text) escapes what ends text or an attribute, once", () => {
  assert.equal(escapeHtml(`<a href="x" id='y'>&amp;`), "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
  assert.equal(escapeHtml("Björk – 1\n2"), "Björk – 1\n2");
});

it("escapeHtml(text) survives a parser between tags and in both kinds of attributes", () => {
  const hostile = `</p><script>alert(1)</script>" onclick="alert(2)' onfocus='alert(3) &lt;`;
  const text = escapeHtml(hostile);
  const {document} = new JSDOM(`<p title="${text}" lang='${text}'>${text}</p>`).window;
  const p = document.querySelector("p")!;
  assert.deepEqual([p.textContent, p.title, p.lang], [hostile, hostile, hostile]);
  assert.equal(document.querySelectorAll("script, [onclick], [onfocus]").length, 0);
});

const provenance: Provenance = {
  source: "download",
  synthetic: false,
  study: "Hit Predictor",
  about: "",
  features: [],
  label: HIT_PREDICTOR_LABEL,
  files: [],
  hash: "0123456789ab",
  rows: 41_106,
  tracks: 40_534,
  hits: 20_267,
  dropped: {},
  missing: {}
};

const header = (changes: Partial<Provenance>, path = "/explore") =>
  new JSDOM(pageHeader({...provenance, ...changes}, path)).window.document;

describe("pageHeader(provenance, path)", () => {
  it("links every page and marks the one that is shown", () => {
    for (const [path, shown] of [
      ["/explore", "/explore"],
      ["/index", "/"]
    ]) {
      // prettier-ignore
      const links = [...header({}, path).querySelectorAll("nav a")];
      assert.deepEqual(
        links.map((link) => link.getAttribute("href")),
        PAGES.map((page) => page.path)
      );
      const current = links.filter((link) => link.hasAttribute("aria-current"));
      assert.deepEqual(
        current.map((link) => link.getAttribute("href")),
        [shown]
      );
    }
  });

  it("marks no page on one that is not in the navigation", () => {
    assert.equal(header({}, "/404").querySelector("[aria-current]"), null);
  });

  it("says what real tracks the page was built on, without a warning", () => {
    const sources = {tracks: "files given", raw: "data/raw", download: "checksums verified"} as const;
    for (const source of ["tracks", "raw", "download"] as const) {
      const line = header({source}).querySelector(".data-line")!;
      assert.ok(line.textContent!.includes(sources[source]), line.textContent!);
      assert.match(line.textContent!, /^Built on Hit Predictor, 40,534 tracks, data 0123456789ab \(/);
      assert.equal(line.classList.contains("data-line--synthetic"), false);
    }
  });

  it("says what a hit is", () => {
    const label = {...HIT_PREDICTOR_LABEL, short: "hit: <b>loud</b>"};
    assert.match(header({label}).querySelector(".data-line")!.textContent!, /\); hit: <b>loud<\/b>\.$/);
  });

  it("says loudly that the demo is synthetic", () => {
    const line = header({synthetic: true, source: "demo"}).querySelector(".data-line--synthetic")!;
    assert.equal(line.getAttribute("role"), "note");
    assert.match(line.textContent!, /^Synthetic demo\. No real song/);
  });

  it("shows a hostile study as text", () => {
    for (const synthetic of [true, false]) {
      const study = `<script>alert(1)</script><img src=x onerror="alert(2)">`;
      const document = header({study, hash: "<b>", synthetic});
      assert.equal(document.querySelectorAll("script, img, b").length, 0);
      assert.ok(document.querySelector(".data-line")!.textContent!.includes(study));
      assert.equal(document.querySelector("code")!.textContent, "<b>");
    }
  });
});

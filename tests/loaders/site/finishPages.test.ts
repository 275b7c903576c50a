import assert from "node:assert/strict";
import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {describe, it} from "vitest";
import {finishPage, finishPages} from "../../../loaders/site/finishPages.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

const SCRIPTS = [
  `{ const theme = "dark" < "light" && 'é – "$&"'; }`,
  `\nimport {define} from "./_observablehq/client.js";\nregisterFile("./a.json", {"name":"./a.json","lastModified":1763823400000,"size":9});\n`
];

/** A page as Framework writes one. */
const page = (body = "") => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<script>${SCRIPTS[0]}</script>
<script src="./external.js"></script>
<script type="module">${SCRIPTS[1]}</script>
</head>
<body>${body}</body>
</html>
`;

const policyOf = (document: Document) =>
  document.querySelector<HTMLMetaElement>("meta[http-equiv=Content-Security-Policy]")!;
const hashOf = (source: string) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;

describe("finishPage(html, page)", () => {
  const {document} = new JSDOM(finishPage(page(), "index.html")).window;

  it("names the language and lets the page be zoomed", () => {
    assert.equal(document.documentElement.lang, "en");
    const viewport = document.querySelector<HTMLMetaElement>("meta[name=viewport]")!;
    assert.equal(viewport.content, "width=device-width, initial-scale=1");
  });

  it("takes the build's clock out, so that builds at other times give the same bytes", () => {
    const later = page().replace("1763823400000", "1763999999999");
    assert.equal(finishPage(later, "index.html"), finishPage(page(), "index.html"));
  });

  it("allows its inline scripts by hashes of the very bytes between their tags, and no others", () => {
    const [, rule] = /script-src ([^;]*)/.exec(policyOf(document).content)!;
    const inline = [...document.querySelectorAll("script:not([src])")].map((script) => hashOf(script.textContent!));
    assert.equal(inline.length, 2);
    assert.deepEqual(rule.split(" "), ["'self'", ...inline]);
  });

  it("states its policy before anything that could break it", () => {
    const policy = policyOf(document);
    assert.equal(policy.previousElementSibling?.getAttribute("charset"), "utf-8");
    assert.equal(document.head.children[0].getAttribute("charset"), "utf-8");
    assert.equal(policy.compareDocumentPosition(document.querySelector("script")!), 4); // the script follows
  });

  it("lets nothing load from elsewhere, nothing be framed as an object, no form be sent", () => {
    const rules = Object.fromEntries(
      policyOf(document)
        .content.split("; ")
        .map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)] as const)
    );
    assert.deepEqual(rules["default-src"], ["'self'"]);
    assert.deepEqual(rules["connect-src"], ["'self'"]);
    assert.deepEqual(rules["object-src"], ["'none'"]);
    assert.deepEqual(rules["base-uri"], ["'self'"]);
    assert.deepEqual(rules["form-action"], ["'none'"]);
    assert.doesNotMatch(rules["script-src"].join(), /unsafe/);
    assert.doesNotMatch(policyOf(document).content, /https?:|\*/);
  });

  it("lets the predict page alone ask the three hosts that its reader may want asked, and play dropped files", () => {
    const predict = new JSDOM(finishPage(page(), "predict.html")).window.document;
    const rule = (name: string) => new RegExp(`${name} ([^;]*)`).exec(policyOf(predict).content)![1];
    assert.equal(
      rule("connect-src"),
      "'self' https://api.reccobeats.com https://accounts.spotify.com https://api.spotify.com"
    );
    assert.equal(rule("media-src"), "'self' blob:");
    assert.doesNotMatch(
      policyOf(new JSDOM(finishPage(page(), "catalogue.html")).window.document).content,
      /https:|media-src[^;]*blob/
    );
  });

  it("refuses a page that has no place for the language or the policy", () => {
    const message = /^finishPages requires <.*> on a\.html$/;
    assert.throws(() => finishPage(page().replace("<html>", '<html class="x">'), "a.html"), {message});
    assert.throws(() => finishPage(page().replace('<meta charset="utf-8">', ""), "a.html"), {message});
  });
});

describe("finishPages(folder)", () => {
  it("finishes the pages of all folders and leaves other files alone", async () => {
    await inFolder({"index.html": page(), "deep/er.html": page(), "a.js": page()}, async (folder) => {
      await finishPages(folder);
      const text = (name: string) => readFile(join(folder, name), "utf8");
      assert.equal(await text("index.html"), finishPage(page(), ""));
      assert.equal(await text("deep/er.html"), finishPage(page(), ""));
      assert.equal(await text("a.js"), page());
    });
  });

  it("refuses pages that show an error, by name", async () => {
    const broken = page('<div class="observablehq observablehq--error">SyntaxError</div>');
    await inFolder({"b.html": broken, "deep/a.html": broken, "fine.html": page()}, async (folder) => {
      await assert.rejects(finishPages(folder), (error: Error) => {
        assert.match(error.message, /^finishPages found an error on /);
        assert.match(error.message, /\bb\.html/);
        assert.match(error.message, /\bdeep\/a\.html/);
        assert.doesNotMatch(error.message, /fine/);
        return true;
      });
    });
  });
});

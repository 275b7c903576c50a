import assert from "node:assert/strict";
import {JSDOM} from "jsdom";
import {it} from "vitest";
import {escapeHtml} from "../../../loaders/site/escapeHtml.js";

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

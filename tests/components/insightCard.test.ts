// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {saidText} from "../../lib/insights/saidText.js";
import {writeInsights} from "../../lib/insights/writeInsights.js";
import {claimsLedger} from "../../src/components/claimsLedger.js";
import {insightCard} from "../../src/components/insightCard.js";
import {holdingEvidence, openEvidence, refusedEvidence, reversedEvidence} from "../fixtures/insightsEvidence.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";
import {opened} from "../fixtures/opened.js";

stubResizeObserver(640);

const textOf = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const holding = writeInsights(holdingEvidence());
const STUDIES = [
  ["holding", holding],
  ["reversed", writeInsights(reversedEvidence())],
  ["open", writeInsights(openEvidence())],
  ["refused", writeInsights(refusedEvidence())]
] as const;

describe.each(STUDIES)("insightCard(finding): %s", (_, {findings}) => {
  it.each(findings.map((finding) => [finding.id, finding] as const))(
    "%s shows claim, numbers, chart, caveat",
    (_, finding) => {
      // prettier-ignore
      const {id, state, title, text, caveat, numbers, chart} = finding;
      const card = insightCard(finding);
      assert.doesNotMatch(card.outerHTML, /NaN|undefined|\bnulls?\b|Infinity|\[object/);
      assert.deepEqual([card.id, card.dataset.state], [id, state]);
      const normal = (prose: typeof text) => saidText(prose, numbers).replace(/\s+/g, " ");
      assert.equal(textOf(card.querySelector("h2")!), normal(title));
      for (const prose of [text, caveat]) assert.ok(textOf(card).includes(normal(prose)));
      assert.equal(textOf(card).includes("it was otherwise"), state === "reversed");
      for (const {stage} of numbers) assert.ok(textOf(card).includes(stage));
      const svg = card.querySelector(".plot-area svg");
      assert.equal(svg !== null, chart !== null);
      if (svg) assert.ok(svg.querySelectorAll("circle").length >= chart!.rows.length);
    }
  );
});

it("insightCard(finding) draws a line a kind over the decades, named at its end", () => {
  const card = insightCard(holding.findings.find(({id}) => id === "voice")!);
  const texts = [...card.querySelectorAll(".plot-area svg text")].map((text) => text.textContent);
  for (const said of ["instrumental", "with a voice", "1960s", "2010s"]) assert.ok(texts.includes(said), said);
  const rows = [...opened(card).querySelectorAll("tbody tr")].map(textOf);
  assert.equal(rows.length, 6);
  assert.match(rows[0], /^1960s ?instrumental ?0\.16 ?0\.15 ?0\.17$/);
});

describe("claimsLedger(insights)", () => {
  it("lists every number with its stage and the data it came from", () => {
    const ledger = claimsLedger(holding);
    const rows = [...ledger.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")].map(textOf));
    const all = [holding.answer, ...holding.findings].flatMap(({numbers}) => numbers);
    assert.equal(rows.length, all.length);
    assert.ok(rows.every((row) => row.length === 8 && row[7] === "0123456789ab"));
    assert.deepEqual(rows.map((row) => row[6]), all.map(({stage}) => stage)); // prettier-ignore
    const [first] = rows.filter((row) => row[0] === "voice" && row[1].startsWith("share of hits among instrumental"));
    assert.deepEqual(first.slice(2, 7), ["7.0 %", "0.07", "0.06", "0.08", "page-insights"]);
    assert.equal(textOf(ledger.querySelector("button")!), "CSV");
  });
});

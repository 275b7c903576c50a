import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {Evidence} from "../../../lib/insights/Evidence.js";
import {saidText} from "../../../lib/insights/saidText.js";
import {TRAITS} from "../../../lib/insights/traitFinding.js";
import {writeInsights} from "../../../lib/insights/writeInsights.js";
import type {Answer, Cited, Finding, FindingState, Said} from "../../../lib/wire/InsightsData.js";
import {popularityLabel} from "../../../loaders/tracks/adapters/popularityLabel.js";
import {assertSurvivesJson} from "../../fixtures/handmadeStudy.js";
import {
  around,
  explainData,
  holdingEvidence,
  openEvidence,
  refusedEvidence,
  reversedEvidence,
  withAuc,
  withResult
} from "../../fixtures/insightsEvidence.js";

const holding = holdingEvidence();
const none = {value: null, low: null, high: null};
const chance = withAuc(holding, "artist", "boosted", {value: 0.51, low: 0.49, high: 0.53});

const written = (evidence: Evidence) => {
  const insights = writeInsights(evidence);
  const of = (id: string) => insights.findings.find((finding) => finding.id === id)!;
  const title = (id: string) => saidText(of(id).title, of(id).numbers);
  const text = (id: string) => saidText(of(id).text, of(id).numbers);
  return {...insights, of, title, text, state: (id: string) => of(id).state};
};

/** All prose of a finding, its chart's included. */
function proseOf(finding: Answer | Finding): Said[] {
  const {title, text} = finding;
  if (!("chart" in finding)) return [title, text];
  const {caveat, chart} = finding;
  return [title, text, caveat, ...(chart ? [chart.title, chart.summary, ...chart.rows.map(({label}) => label)] : [])];
}

const STUDIES: readonly (readonly [what: string, evidence: Evidence, state: FindingState | null])[] = [
  ["all hold", holding, null],
  ["all are reversed", reversedEvidence(), null],
  ["nothing can be told", openEvidence(), "withdrawn"],
  ["no exam was held", refusedEvidence(), "withdrawn"],
  ["the model is at chance", chance, "withdrawn"],
  ["the AUC is undefined", withAuc(holding, "artist", "boosted", none), "withdrawn"]
];

describe.each(STUDIES)("writeInsights(evidence) where %s", (_, evidence, state) => {
  const insights = writeInsights(evidence);
  const all: readonly (Answer | Finding)[] = [insights.answer, ...insights.findings];

  it("has no digit in its prose but in the numbers it cites", () => {
    for (const prose of all.flatMap(proseOf)) {
      const words = prose.map((part) => (typeof part === "string" ? part : "")).join("");
      assert.doesNotMatch(words, /\p{N}/u);
      assert.doesNotMatch(words, /NaN|undefined|null|Infinity/);
    }
  });

  it("cites every number of its ledger, and no other", () => {
    for (const finding of all) {
      const cited = proseOf(finding).flatMap((prose) =>
        prose.filter((part): part is Cited => typeof part !== "string")
      );
      assert.deepEqual([...new Set(cited.map(({number}) => number))].sort(), finding.numbers.map(({id}) => id).sort());
    }
  });

  it("words no association as a cause", () => {
    const causal =
      /\b(caus\w+|because|driv(e|es|ing)|leads? to|due to|thanks to|boosts?|improves?|increases?|effects?|makes? (a )?hits?|advice)\b/i;
    for (const finding of all) {
      const read = proseOf(finding).map((prose) => saidText(prose, finding.numbers)).join(" "); // prettier-ignore
      assert.doesNotMatch(read, causal);
    }
  });

  it("says sentences, from eight to twelve, and survives JSON", () => {
    const {findings} = insights;
    assert.ok(findings.length >= 8 && findings.length <= 12);
    assert.equal(new Set(findings.map(({id}) => id)).size, findings.length);
    for (const finding of findings) {
      const [title, text, caveat] = [finding.title, finding.text, finding.caveat].map((prose) =>
        saidText(prose, finding.numbers)
      );
      assert.match(title, /^[A-Z].*[^.]$/);
      for (const prose of [text, caveat]) assert.match(prose, /^[A-Z].*[.]$/);
      assert.doesNotMatch(title + text + caveat, / {2}|\.\.|,\.| ,/);
    }
    assertSurvivesJson(insights);
    assert.ok(JSON.stringify(insights).length < 60_000);
  });

  it("draws what it claims, and claims no more than it draws", () => {
    for (const {state: found, chart, text, numbers} of insights.findings) {
      assert.equal(chart === null, found === "withdrawn");
      assert.equal(saidText(text, numbers).startsWith("Withdrawn: "), found === "withdrawn");
      if (chart) assert.ok(chart.rows.length > 0 !== chart.lines.length > 0);
    }
  });

  it("is withdrawn whole where the model tells nothing", () => {
    if (state) for (const finding of insights.findings) assert.equal(finding.state, state, finding.id);
    else assert.ok(insights.findings.every((finding) => finding.state !== "withdrawn"));
  });
});

describe("writeInsights(evidence): the claims", () => {
  it("hold on the tracks they were written for", () => {
    const {findings, answer, title} = written(holding);
    assert.deepEqual([...new Set(findings.map(({state}) => state))], ["holds"]);
    assert.match(saidText(answer.title, answer.numbers), /^Of all .* instrumentalness tells most about hits, and the artist’s name tells more$/); // prettier-ignore
    assert.equal(saidText(answer.text, answer.numbers), "Of 12 findings looked for, these tracks bear out 12. None is withdrawn."); // prettier-ignore
    assert.equal(title("voice"), "Instrumental tracks are hits less often: 7.0\u00a0% of them, against 58.0\u00a0%");
    assert.equal(title("danceability"), "Danceability marks hits more in the 2010s than in the 1960s");
    assert.equal(title("acousticness"), "Acousticness marks flops in the 2010s as in the 1960s");
    assert.equal(title("idle"), "Key, mode, tempo and beats a bar hardly matter");
  });

  it("say the opposite where the data do", () => {
    const {findings, answer, title, text} = written(reversedEvidence());
    assert.deepEqual(findings.filter(({state}) => state === "holds").map(({id}) => id), ["leaning"]); // prettier-ignore
    assert.match(saidText(answer.title, answer.numbers), /instrumentalness tells most about hits$/);
    assert.match(saidText(answer.text, answer.numbers), /bear out 12, 11 of them otherwise than/);
    assert.match(title("voice"), /^Instrumental tracks are hits more often/);
    assert.equal(title("danceability"), "Danceability marks hits less in the 2010s than in the 1960s");
    assert.equal(title("acousticness"), "Acousticness marked flops in the 1960s and marks hits in the 2010s");
    assert.match(title("length"), /^Hits are short or long/);
    assert.match(text("length"), /The median hit shrank from/);
    assert.match(title("idle"), /matter to the best model$/);
    assert.match(title("lines"), /^Straight lines rank hits better/);
    assert.match(title("identity"), /^How it sounds tells more than who sings/);
    assert.match(title("doubt"), /^Nearly all tracks allow a verdict: only 1\.0/);
    assert.match(title("ninety"), /^A 90\u00a0% here stays one/);
    assert.match(title("future"), /nearer than within its time$/);
    assert.match(text("future"), /AUC of \.800 .* against \.886/);
  });
});

describe("the drivers", () => {
  const leaning = (explain: Evidence["explain"]) => written({...holding, explain});

  it("are those whose shuffling surely costs, three at most, in the order of their contributions", () => {
    const strong = explainData(({feature}) =>
      feature === "energy" ? {permutation: {...around(0.02, 0.002), pValue: 0}} : {}
    );
    assert.equal(leaning(strong).title("leaning"), "The best model leans most on instrumentalness, acousticness and danceability"); // prettier-ignore
    const weak = explainData(({feature}) =>
      feature === "acousticness" ? {permutation: {...around(0.03, 0.031), pValue: 0.06}} : {}
    );
    assert.equal(leaning(weak).title("leaning"), "The best model leans most on instrumentalness, danceability and duration"); // prettier-ignore
  });

  it("are not those that shuffling surely mends, nor metadata, nor one of fifteen that may be luck", () => {
    const worse = explainData(() => ({permutation: {...around(-0.05, 0.001), pValue: 0}}));
    assert.equal(leaning(worse).state("leaning"), "withdrawn");
    const dated = explainData(({feature}) => ({permutation: {...around(feature === "decade" ? 0.1 : 0, 0.001), pValue: 0}})); // prettier-ignore
    assert.equal(leaning(dated).state("leaning"), "withdrawn");
    const luck = explainData(({feature}) => ({permutation: {...around(feature === "key" ? 0.0021 : 0, 0.002), pValue: 0.04}})); // prettier-ignore
    assert.equal(leaning(luck).state("leaning"), "withdrawn");
  });

  it("have a direction only where the refits agree on it", () => {
    assert.match(leaning(explainData()).text("leaning"), /higher values of danceability go with raised predictions and higher values of instrumentalness and acousticness go with lowered/); // prettier-ignore
    const torn = explainData(({feature}) => ({signStability: feature === "danceability" ? 0.95 : 0.94}));
    assert.doesNotMatch(leaning(torn).text("leaning"), /lowered/);
    assert.match(leaning(torn).text("leaning"), /danceability go with raised/);
    const unasked = explainData(() => ({signStability: null}));
    assert.match(leaning(unasked).text("leaning"), /do not agree on a direction/);
  });

  it("show contributions without an interval where nothing was refitted", () => {
    const explain = explainData();
    const once = {...explain, models: explain.models.map((model) => ({...model, refits: 0}))};
    assert.match(leaning(once).text("leaning"), /is 0\.90 for instrumentalness/);
  });

  it("are needed for any claim about a feature", () => {
    const without = (name: string) =>
      written({...holding, explain: explainData(({feature}) => (feature === name ? {permutation: {...around(0, 0.001), pValue: 1}} : {}))}); // prettier-ignore
    assert.equal(without("instrumentalness").state("voice"), "withdrawn");
    for (const {feature} of TRAITS) assert.equal(without(feature).state(feature), "withdrawn");
    assert.equal(without("duration_ms").state("length"), "withdrawn");
    assert.match(without("energy").text("energy"), /not clearly worse with the values of energy shuffled/);
  });
});

describe("a claim is withdrawn", () => {
  const {voice, lengths, calls, traits} = holding;
  const withdrawnBy = (id: string, change: Partial<Evidence>) =>
    assert.equal(written({...holding, ...change}).state(id), "withdrawn");

  it("about the voice, unless the share differs and the model is worse without knowing", () => {
    withdrawnBy("voice", {voice: {...voice!, gap: around(-0.1, 0.11)}});
    withdrawnBy("voice", {voice: null});
    const {instrumentalness} = holding.models;
    assert.ok(!("refusal" in instrumentalness));
    const loss = {...around(-0.001, 0.002), pValue: 0.3};
    withdrawnBy("voice", {models: {...holding.models, instrumentalness: {...instrumentalness, loss}}});
    withdrawnBy("voice", {models: {...holding.models, instrumentalness: {...instrumentalness, loss: null}}});
    withdrawnBy("voice", {models: {...holding.models, instrumentalness: {refusal: "fold 1: no"}}});
  });

  it("about a feature over time, without decades to compare", () => {
    withdrawnBy("energy", {traits: traits.map((one) => ({...one, change: null}))});
    withdrawnBy("energy", {traits: []});
  });

  it("about lengths, unless the middle differs from both ends, the same way", () => {
    withdrawnBy("length", {lengths: null});
    withdrawnBy("length", {lengths: {...lengths!, aboveLongest: around(0.02, 0.03)}});
    withdrawnBy("length", {lengths: {...lengths!, aboveLongest: around(-0.2, 0.03)}});
    const still = written({...holding, lengths: {...lengths!, change: around(100, 200)}});
    assert.doesNotMatch(still.text("length"), /median/);
  });

  it("about attributes that hardly matter, where their loss might be larger", () => {
    withdrawnBy("idle", {explain: explainData(() => ({permutation: {...around(0.003, 0.003), pValue: 0.1}}))});
    withdrawnBy("idle", {explain: explainData(() => ({permutation: null}))});
  });

  it("about some of the attributes, while the others hardly matter", () => {
    const mode = explainData(({feature}) => (feature === "mode" ? {permutation: {...around(0.004, 0.002), pValue: 0}} : {})); // prettier-ignore
    const {title, text} = written({...holding, explain: mode});
    assert.equal(title("idle"), "Key, tempo and beats a bar hardly matter");
    assert.match(text("idle"), /^With their values .*: surely less than \.005\. Of mode this cannot be said\.$/);
    assert.doesNotMatch(written(holding).text("idle"), /cannot be said/);
  });

  it("about sure calls, without any, none rarer outside, or with too few to tell", () => {
    withdrawnBy("ninety", {calls: null});
    withdrawnBy("ninety", {calls: {...calls!, atRates: calls!.atRates.slice(0, 1)}});
    for (const precision of [around(0.88, 0.05), around(0.92, 0.05)]) {
      withdrawnBy("ninety", {calls: {...calls!, atRates: calls!.atRates.map((one) => ({...one, precision}))}});
    }
    assert.doesNotMatch(written({...holding, calls: null}).text("doubt"), /sure/);
  });

  it("where the model behind it did not sit", () => {
    const absent = (exam: string, model: string) =>
      written(withResult(holding, exam, model, ({id}) => ({id, refusal: "too few"})));
    assert.equal(absent("artist", "logistic").state("lines"), "withdrawn");
    assert.equal(absent("memory", "memory").state("identity"), "withdrawn");
    assert.equal(absent("forward", "boosted").state("future"), "withdrawn");
    assert.doesNotMatch(absent("artist", "glassbox").text("lines"), /curve/);
    assert.doesNotMatch(absent("raw", "boosted").text("identity"), /random split/);
    for (const finding of absent("artist", "boosted").findings) assert.equal(finding.state, "withdrawn");
  });

  it("where verdicts were not asked for, or nobody got one", () => {
    const judged = (conformal: object[]) =>
      written(
        withResult(holding, "artist", "boosted", (sat) => ({...sat, conformal: conformal as typeof sat.conformal}))
      );
    assert.equal(judged([]).state("doubt"), "withdrawn");
    const {errorRate, ...rest} = {errorRate: 0.1, rows: 0, unsure: 1};
    assert.equal(judged([{errorRate, ...rest}]).state("doubt"), "withdrawn");
  });
});

describe("a feature over time", () => {
  // gaps with their half widths: first, last, and of their difference
  const told = (...[first, last, change]: readonly (readonly [gap: number, half: number])[]) => {
    const trait = {
      feature: "energy",
      byDecade: [
        {decade: 1960, gap: around(...first)},
        {decade: 2010, gap: around(...last)}
      ],
      change: around(...change)
    };
    const {state, title} = written({...holding, traits: [trait]});
    return `${state("energy")}: ${title("energy")}`;
  };

  it.each([
    ["a clear loss", [[0.6, 0.1], [0.1, 0.2], [-0.5, 0.2]], "holds: Energy marks hits less in the 2010s than in the 1960s"],
    ["a clear gain", [[0.1, 0.2], [0.6, 0.1], [0.5, 0.2]], "reversed: Energy marks hits more in the 2010s than in the 1960s"],
    ["less of the opposite", [[-0.6, 0.1], [-0.1, 0.2], [0.5, 0.2]], "reversed: Energy marks flops less in the 2010s than in the 1960s"],
    ["both sides in turn", [[-0.3, 0.1], [0.3, 0.1], [0.6, 0.2]], "reversed: Energy marked flops in the 1960s and marks hits in the 2010s"],
    ["a gap that lasts", [[0.6, 0.1], [0.5, 0.1], [-0.1, 0.14]], "reversed: Energy marks hits in the 2010s as in the 1960s"],
    ["a change that is one of three by luck", [[0.6, 0.1], [0.43, 0.1], [-0.17, 0.14]], "reversed: Energy marks hits in the 2010s as in the 1960s"]
  ] as const)("tells %s", (_, gaps, expected) => assert.equal(told(...gaps), expected)); // prettier-ignore

  it.each([
    ["no gap lasts", [[0.1, 0.2], [0.5, 0.1], [0.2, 0.22]]],
    ["the gap may have changed sides, or not at all", [[-0.2, 0.1], [0.2, 0.1], [0.4, 0.41]]],
    ["a change leads from nothing to nothing", [[-0.2, 0.21], [0.25, 0.26], [0.45, 0.3]]]
  ] as const)("tells nothing where %s", (_, gaps) => assert.match(told(...gaps), /^withdrawn/)); // prettier-ignore
});

it("a finding about the future words the ranking by intervals, not by values", () => {
  const ranked = (value: number) =>
    written(withAuc(holding, "forward", "boosted", around(value, 0.004))).title("future");
  assert.match(ranked(0.88), /about as well as/); // .876 to .884 touches .882 to .890
  assert.match(ranked(0.87), /worse than/);
  assert.match(ranked(0.9), /better than/);
});

it("writeInsights(evidence) speaks of the label as the study does, and of decades only where they are known", () => {
  const label = popularityLabel({threshold: 54, topShare: 0.2, zeroShare: 0.1});
  const evidence = holdingEvidence();
  const undated = {...evidence, label, explain: {...evidence.explain, decades: []}};
  const proseOf = (of: Evidence) => {
    const {findings} = writeInsights(of);
    return (id: string) => {
      const {text, caveat, numbers} = findings.find((finding) => finding.id === id)!;
      return `${saidText(text, numbers)} ${saidText(caveat, numbers)}`;
    };
  };
  const [known, unknown] = [proseOf(evidence), proseOf(undated)];
  assert.match(known("voice"), /of a genre outside the mainstream/);
  assert.match(unknown("voice"), /genres have audiences of their own\. So part of this is genre/);
  assert.match(known("identity"), /artist without any hit in that decade/);
  assert.match(unknown("identity"), /Popularity comes to a track with its artist’s name/);
  assert.match(unknown("ninety"), /picked by genre or playlist/);
  assert.match(known("length"), /^In the middle fifth of their decade’s tracks by length/);
  assert.match(unknown("length"), /^In the middle fifth of the tracks by length/);
  assert.deepEqual(writeInsights(undated).label, label);
});

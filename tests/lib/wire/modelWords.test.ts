import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {instrumentalnessWords} from "../../../lib/wire/instrumentalnessWords.js";
import {modelWords} from "../../../lib/wire/modelWords.js";
import type {ExamResults, InstrumentalnessResult, ModelResults} from "../../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../../lib/wire/models.js";

const at = (value: number | null) =>
  value === null ? {value, low: null, high: null} : {value, low: value, high: value};
const plain = (text: string) => text.replaceAll("\u00a0", " ");

function exam(id: string, aucs: Partial<Record<PredictorId, number | null>>, refusal: string | null = null) {
  const models = Object.entries(aucs).map(([model, auc]) => {
    return {id: model, metrics: {auc: at(auc), ece: at(0.0084)}} as unknown as ModelResults;
  });
  return {id, models, refusal} as unknown as ExamResults;
}

const artist = exam("artist", {logistic: 0.811, boosted: 0.886});
const dedup = exam("dedup", {boosted: 0.893});
const raw = exam("raw", {boosted: 0.895});
const memory = exam("memory", {memory: 0.981});

describe("modelWords(models)", () => {
  it("words the headline and the leak from their numbers", () => {
    const {claim, lede, calibration, leakage} = modelWords({exams: [artist, dedup, raw, memory]});
    assert.equal(plain(claim), "Among artists they have never met, boosted trees rank 88.6 % of hit-flop pairs right");
    assert.equal(
      plain(lede),
      "Straight lines get to 81.1 %. The random split that most studies publish gives 89.5 % for the same trees. " +
        "A rule that hears nothing and knows only the artist’s past gives 98.1 %."
    );
    assert.match(plain(calibration), /^The boosted trees’ probabilities are off by 0\.8 points on average/);
    assert.equal(
      leakage,
      "With repeated tracks left in, the boosted trees reach an AUC of .895; with each track once, .893; among new artists, .886. " +
        "So .009 of the score that most studies publish is acquaintance, not skill. " +
        "Remembering the artist’s other tracks alone gives .981, more than any sound can tell."
    );
  });

  it("claims no leak where there is none", () => {
    const {leakage} = modelWords({
      exams: [artist, dedup, exam("raw", {boosted: 0.886}), exam("memory", {memory: 0.6})]
    });
    assert.match(leakage, /Here acquaintance gained the trees nothing\. .* gives \.600, less than the sound tells\.$/);
  });

  it("says nothing of what was not measured", () => {
    const none = modelWords({exams: [exam("artist", {}, "too few artists"), memory]});
    assert.equal(none.claim, "Nobody could be examined on artists they have never met");
    assert.equal(none.lede, "The exam with new artists could not be held: too few artists.");
    assert.equal(none.calibration, "");
    assert.equal(none.leakage, "Remembering the artist’s other tracks alone gives .981.");
    const alone = modelWords({exams: [exam("artist", {boosted: 0.7})]});
    assert.deepEqual([alone.lede, alone.leakage], ["", ""]);
    const oneClass = modelWords({
      exams: [exam("artist", {boosted: null, logistic: null}), exam("raw", {boosted: null})]
    });
    assert.deepEqual([oneClass.lede, oneClass.leakage], ["", ""]);
    assert.equal(oneClass.claim, none.claim);
  });
});

describe("instrumentalnessWords(result)", () => {
  const metrics = (auc: number | null) => ({auc: at(auc)}) as unknown as InstrumentalnessResult["with"];
  const result: InstrumentalnessResult = {
    with: metrics(0.886),
    without: metrics(0.851),
    loss: {value: -0.035, low: -0.04, high: -0.03, pValue: 0},
    vocalRows: 31_000,
    vocalHits: 18_600,
    vocalWith: metrics(0.84),
    vocalOnly: metrics(0.835)
  };

  it("says what the feature is worth", () => {
    assert.equal(
      plain(instrumentalnessWords(result)),
      "With it, boosted trees rank 88.6 % of hit-flop pairs right; without it 85.1 % (AUC −.035, −.040 to −.030, p < .001). " +
        "Among the 31,000 tracks with a voice, 60 % of them hits, the model of all tracks ranks 84.0 % right, and one that " +
        "learned from such tracks alone 83.5 %."
    );
  });

  it("says what could not be measured, without a number that is none", () => {
    assert.equal(instrumentalnessWords({refusal: "no track has it"}), "It could not be measured: no track has it.");
    const odd = {...result, loss: null, vocalRows: 0, vocalHits: 0, vocalOnly: metrics(null)};
    assert.match(
      plain(instrumentalnessWords(odd)),
      /without it 85\.1 %\. .*, and one that learned from such tracks alone –\.$/
    );
    assert.doesNotMatch(instrumentalnessWords(odd), /NaN|null|undefined/);
  });
});

import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {Difference, Estimate, NoEstimate} from "../../../lib/metrics/types.js";
import {examWords} from "../../../lib/wire/examWords.js";
import type {ExamResults, ModelResults} from "../../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../../lib/wire/models.js";

const none: NoEstimate = {value: null, low: null, high: null};
const at = (value: number): Estimate => ({value, low: value - 0.01, high: value + 0.01});
const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll("\u00a0", " "));

interface Did {
  readonly auc: number | null;
  readonly test?: readonly [value: number, pValue: number]; // against boosted
  readonly ece?: number;
  readonly after?: readonly [platt: number, isotonic: number];
}

function exam(did: Partial<Record<PredictorId, Did>>, refusal: string | null = null): ExamResults {
  const models = Object.entries(did).map(([id, {auc, test, ece = 0.05, after}]) => {
    const difference: Difference | null = test ? {...at(test[0]), pValue: test[1]} : null;
    const recalibrated = after && [{method: "platt", ece: at(after[0])}, {method: "isotonic", ece: at(after[1])}]; // prettier-ignore
    return {
      id,
      metrics: {auc: auc === null ? none : at(auc), ece: at(ece)},
      versus: difference && {auc: difference},
      recalibrated: recalibrated ?? []
    } as unknown as ModelResults;
  });
  return {id: "artist", refusal, models} as unknown as ExamResults;
}

describe("examWords(exam)", () => {
  it("says who ranks best, by how much, whom the test tells apart, and what recalibration does", () => {
    const {finding, details} = examWords(
      exam({
        majority: {auc: 0.5, test: [-0.386, 0]},
        logistic: {auc: 0.811, test: [-0.075, 0.0001]},
        forest: {auc: 0.879, test: [-0.007, 0.06]},
        mlp: {auc: 0.88, test: [-0.006, 0.21]},
        boosted: {auc: 0.886, ece: 0.0084, after: [0.009, 0.005]}
      })
    );
    assert.deepEqual(plain([finding, ...details]), [
      "Boosted trees rank 88.6 % of the pairs of a hit and a flop right",
      "That is an AUC of .886 (95 % interval .876 to .896), .006 ahead of the neural network.",
      "A paired test against the boosted trees cannot tell the neural network (p = .21) and the random forest (p = .060) from them and finds the others behind.",
      "The probabilities of the boosted trees are off by 0.8 points on average; by 0.9 points after Platt scaling and 0.5 points after isotonic regression."
    ]);
  });

  it("says so where another model is ahead of the boosted trees, for certain or not", () => {
    const words = (p: number) =>
      examWords(exam({boosted: {auc: 0.7}, glassbox: {auc: 0.72, test: [0.02, p]}, mlp: {auc: 0.6, test: [-0.1, 0]}}));
    const {finding, details} = words(0.049);
    assert.match(plain([finding])[0], /^Glassbox ranks 72\.0 %/);
    assert.match(plain(details)[1], /trees finds the glassbox \(p = \.049\) ahead and finds the others behind\.$/);
    assert.match(
      plain(words(0.05).details)[1],
      /cannot tell the glassbox \(p = \.050\) from them and finds the others/
    );
  });

  it("says so where the test tells every other model from the boosted trees", () => {
    const {details} = examWords(exam({logistic: {auc: 0.6, test: [-0.1, 0]}, boosted: {auc: 0.7}}));
    assert.equal(details[1], "A paired test against the boosted trees finds every other model behind.");
  });

  it("compares nobody where one model sat alone, and recalibrates nothing where nothing was", () => {
    const {finding, details} = examWords(exam({memory: {auc: 0.981, ece: 0.12}}));
    assert.match(finding, /^Artist memory ranks 98\.1/);
    assert.deepEqual(plain(details), [
      "That is an AUC of .981 (95 % interval .971 to .991).",
      "The probabilities of the artist memory are off by 12.0 points on average."
    ]);
  });

  it("says why nobody could be ranked", () => {
    const one = examWords(exam({boosted: {auc: null}, majority: {auc: 0.5}}));
    assert.deepEqual(one, {finding: "No model can be ranked here, for the exam has hits alone, or flops alone", details: []}); // prettier-ignore
    const refused = examWords(exam({}, "the study has one decade"));
    assert.deepEqual(refused, {finding: "Nobody could sit this exam: the study has one decade", details: []});
  });
});

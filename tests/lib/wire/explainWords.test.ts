import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {explainWords} from "../../../lib/wire/explainWords.js";
import {explained, reasons} from "../../fixtures/explained.js";

const FEATURES = ["energy", "tempo", "valence", "key", "mode"];
const WEIGHTS = {energy: 0.6, tempo: 0.3, valence: 0.2, key: 0.1, mode: 0.05};

describe("explainWords(explain)", () => {
  it("says so where all models lean on the same feature most", () => {
    const {claim, lede} = explainWords(
      explained(FEATURES, [reasons("logistic", WEIGHTS), reasons("boosted", WEIGHTS)])
    );
    assert.equal(claim, "All 2 models lean on energy most");
    assert.equal(lede, "Next come tempo, valence and key. 40 tracks are explained here.");
  });

  it("names the models that lean on another", () => {
    const other = reasons("logistic", {tempo: 1, energy: 0.1});
    const {claim} = explainWords(explained(FEATURES, [other, reasons("boosted", WEIGHTS)]));
    assert.equal(claim, "Boosted trees lean on energy most, the logistic regression on tempo");
    assert.equal(explainWords(explained(FEATURES, [other])).claim, "Logistic regression leans on tempo most");
  });

  it("tells what is lost when the first feature is shuffled, unless that may be chance", () => {
    const withLoss = (low: number) => {
      const model = reasons("boosted", WEIGHTS);
      const permutation = {value: 0.05, low, high: 0.06, pValue: 0};
      const importance = model.importance.map((one) => (one.feature === "energy" ? {...one, permutation} : one));
      return explainWords(explained(FEATURES, [{...model, importance}])).lede;
    };
    assert.match(withLoss(0.04), /^With the values of energy shuffled, the AUC of the boosted trees among new artists falls by \.050 \(\.040 to \.060\)\./); // prettier-ignore
    assert.match(withLoss(-0.01), /^Yet shuffling the values of energy changes the AUC .* no more than chance might\./);
  });

  it("claims nothing where no model leans on anything", () => {
    const flat = reasons("boosted", {energy: 0, tempo: 0});
    assert.match(explainWords(explained(FEATURES, [flat])).claim, /^No model leans on anything/);
    assert.match(explainWords(explained(FEATURES, [])).claim, /^No model leans on anything/);
  });
});

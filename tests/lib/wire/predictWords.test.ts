import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {
  answerWords,
  hitsWords,
  intervalWords,
  isOtherRate,
  promiseWords,
  rangeFinding,
  songWords,
  spokenWords
} from "../../../lib/wire/predictWords.js";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("hitsWords(share)", () => {
  it("names shares that have a name, and says others in whole percents", () => {
    assert.equal(hitsWords(0.5), "half are hits");
    assert.equal(hitsWords(0.4998), "half are hits");
    assert.equal(hitsWords(0.01), "one song in a hundred is a hit");
    assert.equal(plain(hitsWords(0.033)), "3 % are hits");
    assert.equal(plain(hitsWords(0.494)), "49 % are hits");
    assert.equal(isOtherRate(0.4998, 0.5), false);
    assert.equal(isOtherRate(0.494, 0.5), true);
  });
});

describe("answerWords({p, shown, hitShare, rate})", () => {
  it("says both numbers where the share of hits differs", () => {
    assert.equal(
      plain(answerWords({p: 0.63, shown: 0.0169, hitShare: 0.5, rate: 0.01})),
      "More like the hits than the flops of this study. In a study like it, where half are hits, it is 63 %; where one song in a hundred is a hit, 2 %."
    );
    assert.equal(
      plain(answerWords({p: 0.3, shown: 0.3, hitShare: 0.5, rate: 0.5})),
      "More like the flops than the hits of this study, where half are hits."
    );
  });

  it("compares with the study’s share of hits, not with one half, and never claims certainty", () => {
    assert.match(answerWords({p: 0.3, shown: 0.3, hitShare: 0.2, rate: 0.2}), /^More like the hits/);
    const sure = plain(answerWords({p: 0.9999, shown: 0.0001, hitShare: 0.5, rate: 0.01}));
    assert.match(sure, /it is > 99 %; where one song in a hundred is a hit, < 1 %\.$/);
  });
});

describe("intervalWords({low, high}, refits)", () => {
  it("gives both ends, or one number where they are the same when rounded", () => {
    assert.equal(
      plain(intervalWords({low: 0.47, high: 0.71}, 20)),
      "47 % to 71 % over 20 models fitted anew to resampled artists (95 % interval)"
    );
    assert.match(plain(intervalWords({low: 0.471, high: 0.474}, 4)), /^47 % throughout over 4 models/);
  });
});

describe("promiseWords(threshold, hitShare, rate)", () => {
  it("says how often a verdict may be wrong, of which tracks, and where there is none", () => {
    const words = plain(promiseWords({errorRate: 0.1, threshold: 0.71}, 0.5, 0.5));
    assert.match(words, /at most 10 % of verdicts rule out the truth/);
    assert.match(words, /From 29 % to 71 % neither a hit nor a flop can be ruled out\.$/);
    assert.match(promiseWords({errorRate: 0.3, threshold: 0.45}, 0.5, 0.5), /there is always an answer\.$/);
    assert.match(promiseWords({errorRate: 0.01, threshold: 1}, 0.5, 0.5), /nothing can be ruled out\.$/);
  });

  it("limits the promise to the study’s share of hits", () => {
    const words = promiseWords({errorRate: 0.1, threshold: 0.71}, 0.5, 0.01);
    assert.match(
      words,
      /made where half are hits, as in the study.* it is not made where one song in a hundred is a hit\.$/
    );
  });
});

describe("songWords({hit, p, changed})", () => {
  it("tells the label and the unheard prediction, and which number is the honest one", () => {
    assert.equal(
      plain(songWords({hit: true, p: 0.71, changed: false})),
      "a hit in this study; 71 % by a model that had not heard the artist. The models here have learned from this very track, so that number is the honest one."
    );
    assert.match(
      songWords({hit: false, p: 0.2, changed: true}),
      /^a flop .* You have changed it since; .* as it was\.$/
    );
    assert.match(songWords({hit: false, p: null, changed: false}), /is not known\. .* so their numbers are no test\.$/);
  });
});

describe("spokenWords(shown, verdict)", () => {
  it("is one short phrase", () => {
    assert.equal(plain(spokenWords(0.63, -1)), "63 %, verdict: cannot tell");
    assert.equal(plain(spokenWords(0.001, null)), "< 1 %");
  });
});

describe("rangeFinding(feature, ps)", () => {
  it("says the lowest and the highest probability, in any order", () => {
    assert.equal(plain(rangeFinding("energy", [0.5, 0.12, 0.64])), "Along its range energy goes with 12 % to 64 %");
    assert.equal(plain(rangeFinding("energy", [0.5, 0.501])), "Along its whole range energy goes with 50 %");
  });
});

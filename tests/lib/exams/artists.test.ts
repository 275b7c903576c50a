import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {artistKey} from "../../../lib/exams/artistKey.js";
import {artistMemory} from "../../../lib/exams/artistMemory.js";
import {EXAMS} from "../../../lib/exams/exams.js";

describe("artistKey(artist)", () => {
  it("sees through case, white space and Unicode spellings, not through accents", () => {
    assert.equal(artistKey("  The\u00a0 Beatles\t"), "the beatles");
    assert.equal(artistKey("Beyonce\u0301"), artistKey("BEYONC\u00c9"));
    assert.equal(artistKey("ＡＢＢＡ"), "abba");
    assert.equal(artistKey("J\u030c"), artistKey("\u01f0"));
    assert.notEqual(artistKey("Beyonce"), artistKey("Beyoncé"));
    assert.equal(artistKey(" \n"), "");
  });

  it("takes the first of several artists, so that guests make no new one", () => {
    assert.equal(artistKey("Ana;Bo Diddley"), artistKey("ana"));
    assert.notEqual(artistKey("Bo;Ana"), artistKey("Ana;Bo"));
    assert.equal(artistKey(";Ana"), "");
  });

  it("leaves a key as it is", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary"}), (name) => {
        assert.equal(artistKey(artistKey(name)), artistKey(name));
      }),
      {seed: 1, numRuns: 500}
    );
    assert.equal(artistKey(artistKey("İ")), artistKey("İ"));
  });
});

describe("artistMemory(trainArtists, trainLabels, testArtists)", () => {
  const [ana, bo, cy, di] = [7, 0, 3, 9];
  const artists = [ana, ana, bo, cy];
  const labels = [1, 1, 0, 0];

  it("draws toward the base rate of training, here 1 in 4", () => {
    assert.deepEqual([...artistMemory([ana, bo, cy, cy], [1, 0, 0, 0], [ana, di])], [1.25 / 2, 0.25]);
  });

  it("is the artist's mean label, drawn one row toward the base rate; unknown artists get the base rate", () => {
    assert.deepEqual([...artistMemory(artists, labels, [ana, bo, di])], [2.5 / 3, 0.25, 0.5]);
  });

  it("is drawn farther by more smoothing", () => {
    assert.equal(artistMemory(artists, labels, [bo], {smoothing: 3})[0], 1.5 / 4);
  });

  it("refuses no rows, other lengths, no smoothing", () => {
    assert.throws(() => artistMemory([], [], [1]), /at least one training row; got none/);
    assert.throws(() => artistMemory([1], [1, 0], [1]), /got artists 1, labels 2/);
    assert.throws(() => artistMemory([1], [1], [1], {smoothing: 0}), /positive smoothing; got 0/);
  });
});

describe("EXAMS", () => {
  it("are those of the report, each with a title and a sentence", () => {
    assert.deepEqual(
      EXAMS.map(({id}) => id),
      ["raw", "dedup", "artist", "forward", "previous", "memory"]
    );
    for (const {title, shows, sentence} of EXAMS) assert.ok(title && shows && sentence.endsWith("."));
  });
});

import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {featureReader, type FeatureReaderOptions} from "../../../loaders/score/featureReader.js";

/** Reads one row; gives its values, or the error's text. */
function read(header: string[], names: string[], cells: string[], options?: FeatureReaderOptions) {
  try {
    const reader = featureReader(header, names, "t.csv", options);
    const columns = names.map(() => new Float32Array(2));
    reader.read({line: 7, cells}, columns, 1);
    return columns.map((column) => column[1]);
  } catch (error) {
    assert.equal((error as Error).name, "InputError", String(error));
    return (error as Error).message;
  }
}

describe("featureReader(header, names, file)", () => {
  it("finds the columns by name, in any order and with space around", () => {
    assert.deepEqual(read(["x", " b ", "a"], ["a", "b"], ["?", "2", "1"]), [1, 2]);
    assert.deepEqual(read(["tempo", "b"], [" tempo", "b"], ["120", "1"]), [120, 1]);
  });

  it("reads what the dataset reads: empty and unknown zeros are missing, values as float32", () => {
    const names = ["tempo", "chorus_hit", "energy", "decade"];
    assert.deepEqual(read(names, names, ["0", " ", "0", "1960"]), [NaN, NaN, 0, 1960]);
    assert.deepEqual(read(["a"], ["a"], ["0.1"]), [Math.fround(0.1)]);
    assert.deepEqual(read(["a"], ["a"], ["3.4028235e38"]), [3.4028234663852886e38]);
  });

  it("counts the zeros it read as missing, but no empty cells", () => {
    const reader = featureReader(["tempo", "sections", "energy"], ["tempo", "sections", "energy"], "t.csv");
    const columns = [0, 1, 2].map(() => new Float32Array(1));
    for (const cells of [
      ["0", "", "0"],
      ["0.0", " ", "0"],
      ["1", "3", "0"]
    ]) {
      reader.read({line: 2, cells}, columns, 0);
    }
    assert.deepEqual([...reader.zeros()], [["tempo", 2]]);
  });

  it("takes numbers as they are when told to", () => {
    const names = ["tempo", "decade"];
    assert.deepEqual(read(names, names, ["0", "-1.5"], {asIs: true}), [0, -1.5]);
    assert.equal(
      read(names, names, ["fast", "1"], {asIs: true}),
      't.csv, line 7, column "tempo": expected a finite number; got "fast"'
    );
  });

  it("names file, line, column, what was expected and what came", () => {
    const place = "t.csv, line 7, column";
    const dance = ["danceability"];
    const range = "expected a number from 0 to 1; got";
    assert.equal(read(dance, dance, ["much"]), `${place} "danceability": ${range} "much"`);
    assert.equal(read(dance, dance, ["1.01"]), `${place} "danceability": ${range} "1.01"`);
    assert.equal(read(dance, dance, ["NaN"]), `${place} "danceability": ${range} "NaN"`);
    assert.equal(read(["a", "b"], ["b"], ["", "inf"]), `${place} "b": expected a finite number; got "inf"`);
    assert.equal(read(["b"], ["b"], ["1e39"]), `${place} "b": expected a finite number; got "1e39"`);
    assert.equal(read(["b"], ["b"], ["1e999"]), `${place} "b": expected a finite number; got "1e999"`);
    assert.equal(read(["decade"], ["decade"], ["1965"]), `${place} "decade": expected a decade like 1960; got "1965"`);
  });

  it("refuses rows of another width", () => {
    const ragged = "t.csv, line 7: expected 2 cells like the header; got";
    assert.equal(read(["a", "b"], ["a"], ["1"]), `${ragged} 1`);
    assert.equal(read(["a", "b"], ["a"], ["1", "2", "3"]), `${ragged} 3`);
  });

  it("refuses a header that lacks features, naming them", () => {
    assert.equal(
      read(["a"], ["a", "b", 'c"'], ["1"]),
      `t.csv, line 1: expected a column for each of the model's 3 features (empty where unknown); got none for "b", "c\\""`
    );
    const many = Array.from({length: 30}, (_, j) => `x${j}`);
    assert.match(String(read(["a"], many, ["1"])), /"x19", 10 more$/);
    assert.match(String(read(["a"], ["decade"], ["1"])), /decade also as --decade/);
  });

  it("refuses a name given twice, of a feature or not; nameless columns may be many", () => {
    const twice = "expected each column once; got this one twice";
    assert.equal(read(["a", "b", " a"], ["a"], ["1", "2", "3"]), `t.csv, line 1, column "a": ${twice}`);
    assert.equal(read(["a", "b", "b"], ["a"], ["1", "2", "3"]), `t.csv, line 1, column "b": ${twice}`);
    assert.deepEqual(read(["a", "", ""], ["a"], ["1", "", ""]), [1]);
  });

  it("gives all rows the decade asked for", () => {
    assert.deepEqual(read(["energy"], ["energy", "decade"], ["0.5"], {decade: "2010"}), [0.5, 2010]);
    assert.equal(
      read(["energy"], ["energy", "decade"], ["0.5"], {decade: "2015"}),
      '--decade: expected a decade like 1960; got "2015"'
    );
    assert.match(String(read(["decade"], ["decade"], ["1960"], {decade: "2010"})), /expected no --decade beside/);
    assert.match(String(read(["a"], ["a"], ["1"], {decade: "2010"})), /^--decade: expected a model with the feature/);
  });
});

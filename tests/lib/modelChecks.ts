import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {type Columns, takeRows} from "../../lib/columns.js";
import {randomSource} from "../../lib/random/randomSource.js";

/** A model as the shared checks see it; `save` and `load` are its own wire form, the text that is stored. */
export interface CheckedModel<M> {
  readonly name: string;
  readonly fit: (X: Columns, y: Uint8Array, seed: number) => M;
  readonly predict: (model: M, X: Columns) => Float64Array;
  readonly save: (model: M) => string;
  readonly load: (saved: string) => M;
}

/** Rows with a signal, missing values, a constant and an all-missing column. */
function rowsToFit(n: number): {X: Columns; y: Uint8Array} {
  const random = randomSource(17);
  const draw = (value: () => number) => Float32Array.from({length: n}, value);
  const energy = draw(random);
  const loudness = draw(() => (random() < 0.1 ? NaN : 20 * random() - 30));
  const columns = [energy, loudness, draw(() => 1990), draw(() => NaN)];
  const y = Uint8Array.from(energy, (x) => (x + random() > 1 ? 1 : 0));
  return {X: {names: ["energy", "loudness", "decade", "chorus_hit"], columns, length: n}, y};
}

/** The same X with one value replaced. */
function withValue(X: Columns, j: number, i: number, value: number): Columns {
  const columns = X.columns.map((column) => column.slice());
  columns[j][i] = value;
  return {...X, columns};
}

/** X without its first column. */
const narrower = (X: Columns): Columns => ({...X, names: X.names.slice(1), columns: X.columns.slice(1)});

/** The list every model passes. */
export function checkModel<M>({name, fit, predict, save, load}: CheckedModel<M>): void {
  const {X, y} = rowsToFit(300);
  const refusal = {name: "RangeError", message: / requires .*; got /};

  describe(`every model: ${name}`, () => {
    const model = fit(X, y, 42);
    const p = predict(model, X);

    it("gives the same bytes to the same seed", () => assert.equal(save(fit(X, y, 42)), save(model)));

    it("gives a row alone what that row gets in a batch", () => {
      for (let i = 0; i < X.length; i++) assert.equal(predict(model, takeRows(X, [i]))[0], p[i]);
    });

    it("gives one probability a row", () => {
      assert.equal(p.length, X.length);
      assert.ok(p.every((value) => value >= 0 && value <= 1));
    });

    it("gives no rows no probabilities", () => assert.equal(predict(model, takeRows(X, [])).length, 0));

    it("picks columns by name", () => {
      const reversed = {...X, names: [...X.names].reverse(), columns: [...X.columns].reverse()};
      assert.deepEqual(predict(model, reversed), p);
    });

    it("survives being saved and loaded", () => {
      const again = load(save(model));
      assert.deepEqual(predict(again, X), p);
      assert.equal(save(again), save(model));
      assert.doesNotMatch(save(model), /NaN|Infinity/);
    });

    it("leaves inputs unchanged", () => {
      const before = structuredClone({X, y});
      const saved = save(model);
      predict(fit(X, y, 1), X);
      predict(model, X);
      assert.deepEqual({X, y}, before);
      assert.equal(save(model), saved);
    });

    it("refuses to be fitted to infinite values, NaN being missing", () => {
      for (const value of [Infinity, -Infinity]) assert.throws(() => fit(withValue(X, 1, 7, value), y, 1), refusal);
    });

    it("answers infinite values with a probability or a refusal, never NaN", () => {
      for (const value of [Infinity, -Infinity]) {
        try {
          assert.ok(predict(model, withValue(X, 0, 7, value)).every((one) => one >= 0 && one <= 1));
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
        }
      }
    });

    it("refuses columns of another length and a missing column", () => {
      const short = {...X, columns: X.columns.map((column, j) => (j === 1 ? column.slice(1) : column))};
      assert.throws(() => fit(short, y, 1), refusal);
      assert.throws(() => predict(model, narrower(X)), refusal);
    });

    it("refuses no rows, outcomes of another length or kind, and one class", () => {
      assert.throws(() => fit(takeRows(X, []), new Uint8Array(0), 1), refusal);
      assert.throws(() => fit(X, y.slice(1), 1), refusal);
      assert.throws(
        () =>
          fit(
            X,
            y.map((value) => 2 * value),
            1
          ),
        refusal
      );
      assert.throws(() => fit(X, new Uint8Array(X.length), 1), refusal);
      assert.throws(() => fit(X, new Uint8Array(X.length).fill(1), 1), refusal);
    });
  });
}

import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {farthest} from "./ensembles.js";

const anyGame = fc
  .integer({min: 1, max: 7})
  .chain((n) => fc.array(fc.double({min: -5, max: 5, noNaN: true}), {minLength: 2 ** n, maxLength: 2 ** n}));
const players = (game: number[]) => Math.log2(game.length);
const valuesOf = (game: number[]) => bruteForce((S) => game[S], players(game)).phi;

it("bruteForce(gloves, 3) splits a pair between one left glove and two right ones as 2/3, 1/6, 1/6", () => {
  const gloves = (S: number) => (S & 1 && S & 6 ? 1 : 0);
  assert.ok(farthest(bruteForce(gloves, 3).phi, [2 / 3, 1 / 6, 1 / 6]) <= 1e-12);
});

it("bruteForce(v, n) starts at the empty coalition and adds up to the full one", () => {
  fc.assert(
    fc.property(anyGame, (game) => {
      const {base, phi} = bruteForce((S) => game[S], players(game));
      assert.equal(base, game[0]);
      assert.ok(Math.abs(base + phi.reduce((a, b) => a + b) - game[game.length - 1]) <= 1e-9);
    })
  );
});

it("bruteForce(v + w, n) is bruteForce(v, n) + bruteForce(w, n)", () => {
  fc.assert(
    fc.property(anyGame, fc.infiniteStream(fc.double({min: -5, max: 5, noNaN: true})), (v, more) => {
      const w = v.map(() => more.next().value as number);
      const sum = valuesOf(v.map((value, S) => value + w[S]));
      assert.ok(
        farthest(
          sum,
          valuesOf(v).map((phi, j) => phi + valuesOf(w)[j])
        ) <= 1e-9
      );
    })
  );
});

it("bruteForce(v, n) gives a player who always adds the same just that, and equals the same", () => {
  fc.assert(
    fc.property(anyGame, fc.double({min: -5, max: 5, noNaN: true}), (game, extra) => {
      const n = players(game);
      const dummy = bruteForce((S) => game[S % game.length] + (S >= game.length ? extra : 0), n + 1).phi;
      assert.ok(farthest(dummy, [...valuesOf(game), extra]) <= 1e-9);
      // a game that only asks whether one of players 0 and n is there cannot tell them apart
      const twins = bruteForce((S) => game[(S | (S >>> n)) % game.length], n + 1).phi;
      assert.ok(Math.abs(twins[0] - twins[n]) <= 1e-9);
    })
  );
});

it("bruteForce(v, 0) is the value of nobody; 25 features and fractions are refused", () => {
  assert.deepEqual(
    bruteForce(() => 3, 0),
    {base: 3, phi: new Float64Array(0)}
  );
  assert.throws(() => bruteForce(() => 0, 25), {name: "RangeError", message: /0 to 24 features; got 25/});
  assert.throws(() => bruteForce(() => 0, 1.5), RangeError);
});

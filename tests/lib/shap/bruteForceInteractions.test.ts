import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {bruteForceInteractions} from "../../../lib/shap/bruteForceInteractions.js";
import {farthest} from "./ensembles.js";

const anyGame = fc
  .integer({min: 1, max: 6})
  .chain((n) => fc.array(fc.double({min: -5, max: 5, noNaN: true}), {minLength: 2 ** n, maxLength: 2 ** n}));
const players = (game: number[]) => Math.log2(game.length);
const valuesOf = (game: number[]) => bruteForceInteractions((S) => game[S], players(game)).phi;

it("bruteForceInteractions(both, 2) splits what two do together between the two places of the pair", () => {
  assert.ok(farthest(valuesOf([0, 1, 2, 7]), [1, 2, 2, 2]) <= 1e-12);
});

it("bruteForceInteractions(all three, 3) gives each of three who are needed 1/3, half of it to its pairs", () => {
  // without i and j there are {} and {k}, of weights 0! 1! / (2 × 2!) = 1/4 and 1/4; only {k} becomes all three
  const phi = bruteForceInteractions((S) => Number(S === 7), 3).phi;
  const main = 1 / 3 - 2 / 4;
  assert.ok(farthest(phi, [main, 0.25, 0.25, 0.25, main, 0.25, 0.25, 0.25, main]) <= 1e-12);
});

it("bruteForceInteractions(gloves, 3) has the two right gloves stand in each other's way", () => {
  // left and one right: v = 1 from {} and 0 from {other right}: 1/4; right and right: -1 from {left}: -1/4
  const phi = bruteForceInteractions((S) => (S & 1 && S & 6 ? 1 : 0), 3).phi;
  const main = [2 / 3 - 1 / 2, 1 / 6, 1 / 6];
  assert.ok(farthest(phi, [main[0], 0.25, 0.25, 0.25, main[1], -0.25, 0.25, -0.25, main[2]]) <= 1e-12);
});

it("bruteForceInteractions(v, n) is symmetric and its rows add up to bruteForce(v, n)", () => {
  fc.assert(
    fc.property(anyGame, (game) => {
      const n = players(game);
      const {base, phi} = bruteForceInteractions((S) => game[S], n);
      const sums = Array.from({length: n}, (_, i) => phi.slice(i * n, i * n + n).reduce((a, b) => a + b));
      assert.equal(base, game[0]);
      assert.ok(farthest(sums, bruteForce((S) => game[S], n).phi) <= 1e-9);
      phi.forEach((value, k) => assert.equal(value, phi[(k % n) * n + Math.floor(k / n)]));
    })
  );
});

it("bruteForceInteractions(v + w, n) is the sum of both, and 0 between players who add the same to everyone", () => {
  fc.assert(
    fc.property(anyGame, fc.infiniteStream(fc.double({min: -5, max: 5, noNaN: true})), (v, more) => {
      const w = v.map(() => more.next().value as number);
      const [ofV, ofW] = [valuesOf(v), valuesOf(w)];
      const sum = ofV.map((value, k) => value + ofW[k]);
      assert.ok(farthest(valuesOf(v.map((value, S) => value + w[S])), sum) <= 1e-9);
      const n = players(v) + 1;
      const loner = valuesOf([...v, ...v.map((value) => value + 3)]).subarray((n - 1) * n);
      assert.ok(farthest(loner, [...Array<number>(n - 1).fill(0), 3]) <= 1e-9);
    })
  );
});

it("bruteForceInteractions(v, 0) is the value of nobody; 25 features and fractions are refused", () => {
  assert.deepEqual(
    bruteForceInteractions(() => 3, 0),
    {base: 3, phi: new Float64Array(0)}
  );
  assert.throws(() => bruteForceInteractions(() => 0, 25), {name: "RangeError", message: /0 to 24 features; got 25/});
  assert.throws(() => bruteForceInteractions(() => 0, 1.5), RangeError);
});

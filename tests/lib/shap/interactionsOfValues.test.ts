import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {bruteForceInteractions} from "../../../lib/shap/bruteForceInteractions.js";
import {interactionsOfValues} from "../../../lib/shap/interactionsOfValues.js";
import {shapleyOfValues} from "../../../lib/shap/shapleyOfValues.js";
import {farthest} from "./ensembles.js";
import {anyGame, withDummy, withTwin} from "./games.js";

it("interactionsOfValues(values) is bruteForceInteractions', and leaves the values as they are", () => {
  fc.assert(
    fc.property(anyGame, (game) => {
      const before = game.slice();
      const {base, phi} = interactionsOfValues(game);
      const expected = bruteForceInteractions((S) => game[S], Math.log2(game.length));
      assert.equal(base, expected.base);
      assert.ok(farthest(phi, expected.phi) <= 1e-12);
      assert.deepEqual(game, before);
    }),
    {numRuns: 200, seed: 1}
  );
});

it("interactionsOfValues(values) of 16 players is symmetric, and its lines are shapleyOfValues(values)", () => {
  const game = Float64Array.from({length: 2 ** 16}, (_, S) => Math.sin(S * S));
  const {phi} = interactionsOfValues(game);
  phi.forEach((value, k) => assert.equal(value, phi[(k % 16) * 16 + (k >> 4)]));
  const lines = Array.from({length: 16}, (_, i) => phi.subarray(16 * i, 16 * i + 16).reduce((a, b) => a + b));
  assert.ok(farthest(lines, shapleyOfValues(game).phi) <= 1e-12);
});

it("interactionsOfValues(values) finds none with a player who always adds the same, and one twin like the other", () => {
  fc.assert(
    fc.property(
      anyGame.filter(({length}) => length > 1),
      fc.double({min: -5, max: 5, noNaN: true}),
      (game, extra) => {
        const m = Math.log2(game.length) + 1;
        const line = (phi: Float64Array, i: number) => [...phi.subarray(i * m, i * m + m)];
        const dummy = interactionsOfValues(withDummy(game, extra)).phi;
        assert.ok(farthest(line(dummy, m - 1), [...new Array<number>(m - 1).fill(0), extra]) <= 1e-12);
        const twins = interactionsOfValues(withTwin(game)).phi;
        assert.ok(farthest(line(twins, 0).slice(1, -1), line(twins, m - 1).slice(1, -1)) <= 1e-12);
        assert.ok(Math.abs(twins[0] - twins[m * m - 1]) <= 1e-12);
      }
    )
  );
});

it("interactionsOfValues(values) refuses what is no game", () => {
  assert.throws(
    () => interactionsOfValues(new Float64Array(6)),
    /^RangeError: interactionsOfValues requires 2\^n values; got 6/
  );
});

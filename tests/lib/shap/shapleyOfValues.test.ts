import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {bruteForce} from "../../../lib/shap/bruteForce.js";
import {shapleyOfValues} from "../../../lib/shap/shapleyOfValues.js";
import {farthest} from "./ensembles.js";
import {anyGame, withDummy, withTwin} from "./games.js";

it("shapleyOfValues(values) is bruteForce's, and leaves the values as they are", () => {
  fc.assert(
    fc.property(anyGame, (game) => {
      const before = game.slice();
      const {base, phi} = shapleyOfValues(game);
      const expected = bruteForce((S) => game[S], Math.log2(game.length));
      assert.equal(base, expected.base);
      assert.ok(farthest(phi, expected.phi) <= 1e-12);
      assert.deepEqual(game, before);
    }),
    {numRuns: 300, seed: 1}
  );
});

it("shapleyOfValues(values) of 16 players is bruteForce's", () => {
  const game = Float64Array.from({length: 2 ** 16}, (_, S) => Math.sin(S * S));
  const {phi} = shapleyOfValues(game);
  assert.ok(farthest(phi, bruteForce((S) => game[S], 16).phi) <= 1e-12);
});

it("shapleyOfValues(gloves) splits a pair between one left glove and two right ones as 2/3, 1/6, 1/6", () => {
  assert.ok(farthest(shapleyOfValues(Float64Array.of(0, 0, 0, 1, 0, 1, 0, 1)).phi, [2 / 3, 1 / 6, 1 / 6]) <= 1e-15);
});

it("shapleyOfValues(values) treats equal players alike, and gives one who always adds the same just that", () => {
  fc.assert(
    fc.property(
      anyGame.filter(({length}) => length > 1),
      fc.double({min: -5, max: 5, noNaN: true}),
      (game, extra) => {
        const n = Math.log2(game.length);
        assert.ok(
          farthest(shapleyOfValues(withDummy(game, extra)).phi, [...shapleyOfValues(game).phi, extra]) <= 1e-12
        );
        const twins = shapleyOfValues(withTwin(game)).phi;
        assert.ok(Math.abs(twins[0] - twins[n]) <= 1e-12);
      }
    )
  );
});

it("shapleyOfValues(values) refuses what is no game", () => {
  for (const length of [0, 3, 12])
    assert.throws(() => shapleyOfValues(new Float64Array(length)), {
      name: "RangeError",
      message: `shapleyOfValues requires 2^n values; got ${length}`
    });
});

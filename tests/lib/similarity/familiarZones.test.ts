import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {randomSource} from "../../../lib/random/randomSource.js";
import {familiarZones} from "../../../lib/similarity/familiarZones.js";
import {placeInSpace, type FeatureSpace} from "../../../lib/similarity/featureSpace.js";

const SPACE: FeatureSpace = {features: ["energy", "key", "tempo"], mean: [0.5, 0, 120], sd: [0.25, 1, 30]};

/** By the definition: the root mean square difference of each track from the song with each value. */
function byDefinition(x: (number | null)[][], within: number, row: number[], grids: number[][]): number[][] {
  const place = (values: readonly (number | null)[]) => {
    const at = new Float32Array(4);
    placeInSpace(
      SPACE,
      values.map((value) => value ?? NaN),
      at
    );
    return at;
  };
  const isLike = (a: Float32Array, b: Float32Array) => {
    const squares = [...a].map((at, d) => (at - b[d]) ** 2).filter((square) => !Number.isNaN(square));
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length) <= within;
  };
  const tracks = x[0].map((_, i) => place(x.map((column) => column[i])));
  return grids.map((grid, j) =>
    grid.map((value) => {
      const song = place(row.map((own, k) => (k === j ? value : own)));
      return Number(tracks.some((track) => isLike(track, song)));
    })
  );
}

describe("familiarZones(tracks, space, grids)", () => {
  const grids = [[0, 0.25, 0.5, 0.75, 1], Array.from({length: 12}, (_, key) => key), [60, 90, 120, 150, 180]];

  it("marks the values within reach of a track, by hand", () => {
    const one = {x: [[0.5], [null], [120]], within: 1};
    const zones = familiarZones(one, SPACE, grids)([0.5, 0, 120]);
    // Two axes are known of both: the squares may add up to 2, that is to 1.41 deviations along one of them.
    assert.deepEqual([...zones[0]], [0, 1, 1, 1, 0]);
    assert.deepEqual([...zones[1]], Array(12).fill(1)); // no key is known of the track: any will do
    assert.deepEqual([...zones[2]], [0, 1, 1, 1, 0]);
  });

  it("goes round the circle of keys", () => {
    const one = {x: [[0.5], [11], [120]], within: 0.3};
    const keys = familiarZones(one, SPACE, grids)([0.5, 5, 120])[1];
    assert.deepEqual([...keys], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]); // B, and C and A♯ beside it
  });

  it("agrees with the definition for random tracks and songs with gaps", () => {
    const random = randomSource(5);
    const gap = <T>(value: T, none: T) => (random() < 0.15 ? none : value);
    const song = () => [random(), Math.floor(random() * 12), 60 + random() * 120];
    let marked = 0;
    for (const within of [0.15, 0.4, 0.9]) {
      const tracks = Array.from({length: 20}, () => song().map((value) => gap<number | null>(value, null)));
      const x = SPACE.features.map((_, j) => tracks.map((track) => track[j]));
      const zonesOf = familiarZones({x, within}, SPACE, grids);
      for (let i = 0; i < 40; i++) {
        const row = song().map((value) => gap(value, NaN));
        const zones = zonesOf(row).map((zone) => [...zone]);
        assert.deepEqual(zones, byDefinition(x, within, row, grids));
        marked += zones.flat().filter(Boolean).length;
      }
    }
    assert.ok(marked > 0.2 * 120 * 22 && marked < 0.8 * 120 * 22, `${marked} of ${120 * 22}`);
  });

  it("finds nothing familiar where nothing is known of both, or there are no tracks", () => {
    const zonesOf = familiarZones({x: [[null], [null], [null]], within: 9}, SPACE, grids);
    assert.ok(zonesOf([0.5, 1, 120]).every((zone) => zone.every((familiar) => familiar === 0)));
    const none = familiarZones({x: [[], [], []], within: 9}, SPACE, grids);
    assert.ok(none([0.5, 1, 120]).every((zone) => zone.every((familiar) => familiar === 0)));
  });

  it("refuses other widths", () => {
    const tracks = {x: [[0.5], [0], [120]], within: 1};
    const message = "familiarZones requires 3 features; got tracks of 3, grids 2";
    assert.throws(() => familiarZones(tracks, SPACE, grids.slice(1)), {name: "RangeError", message});
    assert.throws(() => familiarZones({...tracks, x: [[1]]}, SPACE, grids), RangeError);
    assert.throws(() => familiarZones(tracks, SPACE, grids)([1]), RangeError);
  });
});

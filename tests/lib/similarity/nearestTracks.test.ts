import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {nearestTracks} from "../../../lib/similarity/nearestTracks.js";
import {placeReasons, placeTracks, type PlacedTracks} from "../../../lib/similarity/placeTracks.js";

const placed = (rows: readonly (readonly number[])[]): PlacedTracks => ({
  features: rows[0].map((_, j) => `f${j}`),
  length: rows.length,
  dimensions: rows[0].length,
  coordinates: Float32Array.from(rows.flat())
});

/** All distances, sorted: what the search must find without measuring them all to the end. */
function byBruteForce({length, dimensions, coordinates}: PlacedTracks, at: ArrayLike<number>, skip?: number) {
  const distances = Array.from({length}, (_, track) => {
    const squares = Array.from(coordinates.subarray(track * dimensions, (track + 1) * dimensions), (x, j) => {
      return (x - at[j]) ** 2;
    }).filter((square) => !Number.isNaN(square));
    return {track, distance: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)};
  });
  return distances
    .filter(({track, distance}) => track !== skip && !Number.isNaN(distance))
    .sort((a, b) => a.distance - b.distance || a.track - b.track);
}

describe("nearestTracks(placed, at, k, skip)", () => {
  const square = placed([
    [3, 4],
    [0, 0],
    [0, 1],
    [1, 0]
  ]);

  it("measures the root mean square, nearest first, ties by track number", () => {
    assert.deepEqual(nearestTracks(square, [0, 0], 4), [
      {track: 1, distance: 0},
      {track: 2, distance: Math.sqrt(0.5)},
      {track: 3, distance: Math.sqrt(0.5)},
      {track: 0, distance: Math.sqrt(12.5)}
    ]);
  });

  it("keeps the first of equals when only k may stay, and leaves out the one to skip", () => {
    const tracks = (k: number, skip?: number) => nearestTracks(square, [0, 0], k, skip).map(({track}) => track);
    assert.deepEqual(tracks(2), [1, 2]);
    assert.deepEqual(tracks(2, 1), [2, 3]);
    assert.deepEqual(tracks(9, 2), [1, 3, 0]);
  });

  it("compares on the coordinates both know, and leaves out whoever shares none", () => {
    const gaps = placed([
      [NaN, 2],
      [1, NaN],
      [NaN, NaN],
      [3, 3]
    ]);
    const distances = (at: number[]) => nearestTracks(gaps, at, 4).map(({track, distance}) => [track, distance]);
    assert.deepEqual(distances([0, 0]), [[1, 1], [0, 2], [3, 3]]); // prettier-ignore
    assert.deepEqual(distances([NaN, 0]), [[0, 2], [3, 3]]); // prettier-ignore
    assert.deepEqual(distances([NaN, NaN]), []);
  });

  it("finds what measuring every track finds", () => {
    const value = fc.oneof(
      {weight: 6, arbitrary: fc.integer({min: -3, max: 3})},
      {weight: 1, arbitrary: fc.constant(NaN)}
    );
    const cases = fc.integer({min: 1, max: 6}).chain((width) => {
      const row = fc.array(value, {minLength: width, maxLength: width});
      return fc.tuple(fc.array(row, {minLength: 1, maxLength: 40}), row, fc.integer({min: 1, max: 12}), fc.nat(40));
    }); // prettier-ignore
    fc.assert(
      fc.property(cases, ([rows, at, k, skip]) => {
        const tracks = placed(rows);
        const expected = byBruteForce(tracks, at, skip).slice(0, k);
        const found = nearestTracks(tracks, at, k, skip);
        assert.equal(found.length, expected.length);
        found.forEach(({distance}, n) => assert.ok(Math.abs(distance - expected[n].distance) < 1e-9));
        const complete = [...rows.flat(), ...at].every((x) => !Number.isNaN(x)); // else equal means may round apart
        if (complete) assert.deepEqual(found, expected);
      }),
      {seed: 1, numRuns: 300}
    );
  });

  it("refuses a place of another width and a k that is no count", () => {
    assert.throws(() => nearestTracks(square, [0], 1), {message: "nearestTracks requires 2 values; got 1"});
    for (const k of [0, 1.5, NaN]) {
      assert.throws(() => nearestTracks(square, [0, 0], k), {message: `nearestTracks requires k of 1 or more; got ${k}`});
    } // prettier-ignore
  });
});

describe("placeTracks(space, X)", () => {
  const space = {features: ["tempo", "key"], mean: [100, 0], sd: [20, 1]};
  const X = {names: ["key", "tempo"], columns: [Float32Array.of(0, 6), Float32Array.of(120, NaN)], length: 2};

  it("standardises, lays keys on a circle and keeps what is unknown unknown", () => {
    const {coordinates, ...rest} = placeTracks(space, X);
    assert.deepEqual(rest, {features: ["tempo", "key"], length: 2, dimensions: 3});
    assert.deepEqual(
      [...coordinates].map((x) => Math.round(x * 1e6) / 1e6 + 0),
      [1, 1, 0, NaN, -1, 0]
    );
  });

  it("refuses tracks without one of the features", () => {
    assert.throws(() => placeTracks({...space, features: ["tempo", "energy"]}, X), /requires a column "energy"/);
  });
});

describe("placeReasons(space)", () => {
  it("takes contributions as they are, track by track", () => {
    const phi = [Float32Array.of(0.5, -1), Float32Array.of(2, 0.25)];
    assert.deepEqual(placeReasons({features: ["tempo", "key"], phi}), {
      features: ["tempo", "key"],
      length: 2,
      dimensions: 2,
      coordinates: Float32Array.of(0.5, 2, -1, 0.25)
    });
  });
});

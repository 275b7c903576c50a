import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {artistWeights} from "../../../lib/genres/artistWeights.js";
import {designOf} from "../../../lib/genres/designOf.js";
import {driverColumns} from "../../../lib/genres/driverColumns.js";
import {genreCounts} from "../../../lib/genres/genreCounts.js";
import {genreShares} from "../../../lib/genres/genreShares.js";
import {rowsOfGenres} from "../../../lib/genres/rowsOfGenres.js";

const X = (columns: Readonly<Record<string, readonly number[]>>) => ({
  names: Object.keys(columns),
  columns: Object.values(columns).map((column) => Float32Array.from(column)),
  length: Object.values(columns)[0].length
});

describe("driverColumns(X)", () => {
  it("standardises what can be more or less, lengths by their logarithm, and cuts at three deviations", () => {
    const found = driverColumns(
      X({
        energy: [1, 0, 1, 0],
        duration_ms: [Math.E ** 2, Math.E ** 4, Math.E ** 4, Math.E ** 6],
        key: [1, 2, 3, 4],
        time_signature: [3, 4, 3, 4],
        valence: [0.5, 0.5, 0.5, 0.5]
      })
    );
    assert.deepEqual(
      found.map(({name, values}) => [name, Array.from(values, (z) => Number(z.toFixed(5)))]),
      [
        ["energy", [1, -1, 1, -1]],
        ["duration_ms", [-1.41421, 0, 0, 1.41421]]
      ]
    );
    const outlier = driverColumns(X({tempo: [...new Array<number>(99).fill(100), 101, 290]}));
    assert.equal(outlier[0].values[100], 3);
  });

  it("takes missing values for the mean, and leaves out what most rows do not tell", () => {
    assert.deepEqual(
      driverColumns(X({energy: [0, 1, NaN, 0.5], liveness: [NaN, NaN, NaN, 1]})).map(({name, values}) => [
        name,
        values[2]
      ]),
      [["energy", 0]]
    );
  });
});

it("designOf(columns, rows) puts ones before the columns, row by row", () => {
  const design = designOf([Float64Array.of(5, 6, 7), Float64Array.of(8, 9, 10)], Int32Array.of(2, 0, 2));
  assert.deepEqual({...design, values: [...design.values]}, {width: 3, values: [1, 7, 10, 1, 5, 8, 1, 7, 10]});
});

describe("artistWeights(residual, cluster)", () => {
  it("finds no correlation where residuals of a cluster differ, and full weight for all", () => {
    const {weight, rho} = artistWeights(Float64Array.of(1, -1, 2), Int32Array.of(0, 0, 1));
    assert.deepEqual([rho, ...weight], [0, 1, 1, 1]);
  });

  it("lets m alike rows count for one, whatever the others", () => {
    const {weight, rho} = artistWeights(Float64Array.of(1, 1, 1, 1, -3), Int32Array.of(0, 0, 0, 0, 1));
    assert.equal(rho, 0.99);
    assert.ok(Math.abs(weight[0] - 1 / (1 + 3 * 0.99)) < 1e-12);
    assert.equal(weight[4], 1);
  });

  it("weighs each row of large and small clusters alike, by hand", () => {
    // (Σr)² − Σr²: (2, 1) gives 9 − 5 = 4, (1, 1, −1) gives 1 − 3 = −2 over m − 1 = 2: (4 − 1) / (5 + 3)
    const {rho} = artistWeights(Float64Array.of(2, 1, 1, 1, -1), Int32Array.of(0, 0, 1, 1, 1));
    assert.equal(rho, 3 / 8);
  });

  it("knows nothing where every cluster has one row", () => {
    assert.equal(artistWeights(Float64Array.of(5, -5), Int32Array.of(1, 0)).rho, 0);
  });
});

it("genreShares(y, genre, genres) draws shares to that of all, the more the smaller the genre", () => {
  const genre = Int32Array.from({length: 100}, (_, i) => (i < 80 ? 0 : 1));
  const shares = genreShares(genre.map((g) => g) as unknown as Uint8Array, genre, 3);
  assert.deepEqual([...shares], [(20 * 0.2) / 100, (20 + 20 * 0.2) / 40, 0.2]);
});

it("rowsOfGenres and genreCounts(…, genres) tell rows, hits and flops of each genre, empty ones too", () => {
  const genre = Int32Array.of(2, 0, 2, 0, 0);
  assert.deepEqual(
    rowsOfGenres(genre, 3).map((rows) => [...rows]),
    [[1, 3, 4], [], [0, 2]]
  );
  const {hits, flops} = genreCounts(Uint8Array.of(1, 1, 0, 0, 0), genre, 3);
  assert.deepEqual([[...hits], [...flops]], [[1, 0, 1], [2, 0, 1]]); // prettier-ignore
});

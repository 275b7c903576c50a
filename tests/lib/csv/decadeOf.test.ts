import assert from "node:assert/strict";
import {it} from "vitest";
import {decadeOf} from "../../../lib/csv/decadeOf.js";

it("decadeOf(fileName) reads the decade of a file's name", () => {
  const decades = [60, 70, 80, 90].map((d) => decadeOf(`dataset-of-${d}s.csv.gz`));
  assert.deepEqual(decades, [1960, 1970, 1980, 1990]);
  assert.deepEqual(["00s.csv", "dataset-of-10s.csv", "20S.csv"].map(decadeOf), [2000, 2010, 2020]);
  assert.deepEqual(["1980s.csv", "the_2010s-b.csv"].map(decadeOf), [1980, 2010]);
  assert.deepEqual(
    ["tracks.csv", "65s.csv", "160s.csv", "60songs.csv", "60.csv"].map(decadeOf),
    Array(5).fill(undefined)
  );
});

import assert from "node:assert/strict";
import {it} from "vitest";
import {parseDecade} from "../../../lib/csv/parseDecade.js";

it("parseDecade(cell) takes a decade, a year, a month or a day for its decade", () => {
  for (const [cell, decade] of [
    ["1960", 1960],
    ["1960s", 1960],
    ["1969", 1960],
    ["1999-12", 1990],
    [" 2000-01-01 ", 2000],
    ["2019/6", 2010]
  ] as const)
    assert.equal(parseDecade(cell), decade, cell);
  assert.ok(Number.isNaN(parseDecade(" ")));
  for (const cell of ["60s", "June 1999", "1899", "NA", "19991"])
    assert.throws(() => parseDecade(cell), {name: "RangeError", message: `expected a decade, year or date like 1965-07-02; got ${JSON.stringify(cell)}`}); // prettier-ignore
});

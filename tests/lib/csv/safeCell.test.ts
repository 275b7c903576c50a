import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {safeCell} from "../../../lib/csv/safeCell.js";

describe("safeCell(text)", () => {
  const formulas = [
    '=HYPERLINK("http://x")',
    "=1+1",
    "+1 555 0100",
    "-1+1",
    "-cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1+A1",
    "＠SUM(A1)",
    "-",
    "-1\n=2"
  ];
  it.each(formulas)("puts an apostrophe before %j", (text) => {
    assert.equal(safeCell(text), `'${text}`);
  });

  const harmless = ["-7.5", "+7", "-.5", "-1e5", "3.2E-5", "0", "", "1=1", "a-b", "'=1", '"quoted"', "<b>", "Ümlaut"];
  it.each(harmless)("leaves %j as it is", (text) => {
    assert.equal(safeCell(text), text);
  });
});

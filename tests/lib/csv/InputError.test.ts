import assert from "node:assert/strict";
import {it} from "vitest";
import {InputError} from "../../../lib/csv/InputError.js";
import {quoteText} from "../../../lib/csv/quoteText.js";

it("new InputError(problem, place) says where, as far as it is known, then what", () => {
  const problem = 'expected a number from 0 to 300 BPM; got "fast"';
  const error = new InputError(problem, {file: "file.csv", line: 12, column: "tempo"});
  assert.equal(error.message, `file.csv, line 12, column "tempo": ${problem}`);
  assert.equal(new InputError("expected a CSV; got a folder", {file: "x"}).message, "x: expected a CSV; got a folder");
});

it("quoteText(text) keeps hostile text to one short line without control characters", () => {
  assert.equal(quoteText('say "hi"'), String.raw`"say \"hi\""`);
  assert.equal(quoteText("a\u001b[2J\u009b\nb\0\u202e"), String.raw`"a\u001b[2J\u009b\nb\u0000\u202e"`);
  assert.equal(quoteText("x".repeat(1000)), `"${"x".repeat(40)}…"`);
});

import assert from "node:assert/strict";
import {parse} from "csv-parse/sync";
import {csvFormatRows} from "d3-dsv";
import fc from "fast-check";
import {it} from "vitest";
import {InputError} from "../../../lib/csv/InputError.js";
import {recordSplitter} from "../../../lib/csv/recordSplitter.js";

/** Text as it would arrive: cut anywhere. */
function split(text: string, cuts: readonly number[] = []) {
  const splitter = recordSplitter("f.csv");
  const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
  const rows = ends.flatMap((end, i) => splitter.push(text.slice(ends[i - 1] ?? 0, end)));
  return [...rows, ...splitter.end()];
}

const cell = fc.oneof(
  fc.string({unit: "binary"}),
  fc.string({unit: fc.constantFrom('"', ",", "\n", "\r", "a", " ", "\0", "é")})
);
const table = fc
  .integer({min: 2, max: 5})
  .chain((width) => fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 8}));

it("recordSplitter(file) reads back what d3 wrote, wherever the text is cut and however lines end", () => {
  const eol = fc.constantFrom("\n", "\r\n", "\r");
  fc.assert(
    fc.property(table, eol, fc.boolean(), fc.array(fc.nat()), (rows, eol, closed, cuts) => {
      const text = rows.map((row) => csvFormatRows([row])).join(eol) + (closed ? eol : "");
      assert.deepEqual(
        split(text, cuts).map(({cells}) => cells),
        rows
      );
    }),
    {numRuns: 500}
  );
});

it("recordSplitter(file) reads or refuses any text as csv-parse does", () => {
  const text = fc.string({unit: fc.constantFrom('"', '"', ",", "\n", "a", "b"), maxLength: 20});
  const outcome = (read: () => string[][]) => {
    try {
      return read();
    } catch {
      return "refused";
    }
  };
  fc.assert(
    fc.property(text, fc.array(fc.nat()), (text, cuts) => {
      const theirs = outcome(() => parse(text, {relax_column_count: true, record_delimiter: "\n"}));
      assert.deepEqual(
        outcome(() => split(text, cuts).map(({cells}) => cells)),
        theirs
      );
    }),
    {numRuns: 2000}
  );
});

it("recordSplitter(file) tells the line each record starts on, whatever its cells hold", () => {
  const lines = (text: string) => split(text, [3, 7, 9]).map(({line}) => line);
  assert.deepEqual(lines('a,b\n"1\n2\n3",x\n\ny,z\n'), [1, 2, 5, 6]);
  assert.deepEqual(lines('a,b\r\n"1\r\n2",x\r\ny,z'), [1, 2, 4]);
  assert.deepEqual(lines("a,b\rc,d\r"), [1, 2]);
});

it("recordSplitter(file) names the line of a quote out of place or left open", () => {
  assert.throws(() => split('a,b\n1,x"y"\n'), {
    message: 'f.csv, line 2: expected quoted cells like "a ""b"" c"; got a quote out of place'
  });
  assert.throws(() => split('a,b\n\n"1,x\n2,y\n'), {
    message: "f.csv, line 3: expected a closing quote; got the end of the file"
  });
});

it("recordSplitter(file) does not gather a record without end", () => {
  for (const piece of ["x".repeat(1 << 16), `"${"\n".repeat(1 << 16)}""`]) {
    const splitter = recordSplitter("f.csv");
    splitter.push("a,b\n");
    assert.throws(() => {
      for (let i = 0; i < 20; i++) splitter.push(i === 0 ? piece : piece.replaceAll('"', " "));
    }, InputError);
  }
});

it("recordSplitter(file) refuses a hostile record without backtracking over it", () => {
  for (const record of [`"${"a".repeat(1e5)}"x`, `"${'""'.repeat(1e5)}"x`, `${"a,".repeat(1e5)}a"b"`]) {
    assert.throws(() => split(`a,b\n${record}\n`), /out of place/);
  }
});

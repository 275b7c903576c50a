import assert from "node:assert/strict";
import {csvFormatRows} from "d3-dsv";
import fc from "fast-check";
import {it} from "vitest";
import {csvRows} from "../../../lib/csv/csvRows.js";

/** The rows of a text that arrives in pieces of some bytes. */
async function read(text: string | Uint8Array, pieceBytes = Infinity) {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const rows = [];
  const pieces = async function* () {
    for (let i = 0; i < bytes.length; i += pieceBytes) yield bytes.subarray(i, i + pieceBytes);
  };
  for await (const batch of csvRows("f.csv", pieces())) rows.push(...batch);
  return rows;
}

const cells = async (text: string, pieceBytes?: number) => (await read(text, pieceBytes)).map(({cells}) => cells);
const lines = async (text: string, pieceBytes?: number) => (await read(text, pieceBytes)).map(({line}) => line);

const cell = fc.oneof(
  fc.string({unit: "binary"}),
  fc.string({unit: fc.constantFrom('"', ",", "\n", "\r", "a", " ", "\0", "é")})
);
const table = fc
  .integer({min: 2, max: 5})
  .chain((width) => fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 8}));

it("csvRows(file, bytes) reads back what d3 wrote, wherever it is cut and however lines end", async () => {
  const eols = fc.infiniteStream(fc.constantFrom("\n", "\r\n"));
  await fc.assert(
    fc.asyncProperty(
      table,
      eols,
      fc.boolean(),
      fc.integer({min: 1, max: 40}),
      async (rows, eols, closed, pieceBytes) => {
        const written = rows.map((row) => csvFormatRows([row]) + eols.next().value!).join("");
        const text = closed ? written : written.replace(/\r?\n$/, "");
        // A CR at the end of a record counts as half of a CRLF.
        const expected = rows.map((row) => row.with(-1, row.at(-1)!.replace(/\r$/, "")));
        assert.deepEqual(await cells(`\ufeff${text}`, pieceBytes), expected);
      }
    ),
    {numRuns: 500}
  );
});

it("csvRows(file, bytes) tells the line each record starts on, whatever its cells hold", async () => {
  for (const pieceBytes of [1, 3, 7, Infinity]) {
    assert.deepEqual(await lines('a,b\n"1\n2\n3",x\n\ny,z\n', pieceBytes), [1, 2, 5, 6]);
    assert.deepEqual(await lines('a,b\r\n"1\r\n2",x\r\ny,z', pieceBytes), [1, 2, 4]);
  }
});

it("csvRows(file, bytes) reads lines that end in CR if the first one does", async () => {
  assert.deepEqual(await read('"a\r",b\r"1\r2",x\ry,z\r'), [
    {line: 1, cells: ["a\r", "b"]},
    {line: 3, cells: ["1\r2", "x"]},
    {line: 5, cells: ["y", "z"]}
  ]);
});

it("csvRows(file, bytes) takes a CR at the end of a record for half of a CRLF", async () => {
  assert.deepEqual(await cells('a,b\n1,2\r\n1,"2\r"\n1\r,2\r\r\n1,2\r'), [
    ["a", "b"],
    ["1", "2"],
    ["1", "2"],
    ["1\r", "2\r"],
    ["1", "2"]
  ]);
});

it("csvRows(file, bytes) names the line of a quote out of place or left open", async () => {
  for (const pieceBytes of [1, 4, Infinity]) {
    await assert.rejects(read('a,b\n"1\n2",3\n"x"y,z\n1,2\n', pieceBytes), {
      message: 'f.csv, line 4: expected quoted cells like "a ""b"" c"; got a quote out of place'
    });
    await assert.rejects(read('a,b\n\n"1,x\n2,y\n', pieceBytes), {
      message: "f.csv, line 3: expected a closing quote; got the end of the file"
    });
  }
});

it("csvRows(file, bytes) takes a quote inside an unquoted cell as it stands, and spaces after a closing one away", async () => {
  assert.deepEqual(await cells('a,b\n12" mix, "x"\n"1" ,"2" \n', 5), [
    ["a", "b"],
    ['12" mix', ' "x"'],
    ["1", "2"]
  ]);
});

it("csvRows(file, bytes) names the line of a byte that is not UTF-8", async () => {
  const latin1 = Buffer.from('a,b\n1,"2\n\n3"\ncaf\u00e9,3\n', "latin1");
  for (const pieceBytes of [1, 6, Infinity]) {
    await assert.rejects(read(latin1, pieceBytes), {
      message:
        'f.csv, line 5: expected UTF-8 text; got the byte 0xE9, "é" in Windows-1252 (convert the file: iconv -f WINDOWS-1252 -t UTF-8)'
    });
  }
  await assert.rejects(read(Buffer.from("a,b\n1,é").subarray(0, -1)), /line 2: expected UTF-8/);
});

it("csvRows(file, bytes) does not gather a record without end", async () => {
  const endless = [
    ["x", "x,\0"],
    ['"', "1,2\n"],
    ['"a"b', "1,2\n"]
  ];
  for (const [start, filler] of endless) {
    let pieces = 0;
    const bytes = async function* () {
      yield Buffer.from(`a,b\n1,2\n${start}`);
      for (; pieces < 40; pieces++) yield Buffer.from(filler.repeat(1 << 14));
    };
    await assert.rejects(
      async () => {
        for await (const rows of csvRows("f.csv", bytes())) assert.ok(rows.length <= 2);
      },
      {message: "f.csv, line 3: expected records under 1 MiB; got a longer one (a quote left open?)"}
    );
    assert.ok(pieces < 30, `read ${pieces} pieces`);
  }
});

it("csvRows(file, bytes) refuses a hostile record without backtracking over it", async () => {
  for (const record of [`"${"a".repeat(1e5)}"x`, `"${'""'.repeat(1e5)}"x`, `${'"a" b'.repeat(1e5)}"`]) {
    await assert.rejects(read(`a,b\n${record}\n`), /out of place/);
  }
});

it("csvRows(file, bytes) reads no further than it is asked to, and lets go of the bytes", async () => {
  let pieces = 0;
  let released = false;
  const bytes = async function* () {
    try {
      for (; ; pieces++) yield Buffer.from("1,2\n");
    } finally {
      released = true;
    }
  };
  for await (const rows of csvRows("f.csv", bytes())) if (rows[0].line === 10) break;
  assert.deepEqual({pieces, released}, {pieces: 9, released: true});
});

import assert from "node:assert/strict";
import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {it} from "vitest";
import {InputError} from "../../../lib/csv/InputError.js";
import {openCsv} from "../../../loaders/csv/openCsv.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

async function readAll(path: string) {
  const {header, batches} = await openCsv(path);
  const rows = [];
  for await (const batch of batches) rows.push(...batch);
  return {header, rows};
}

/** Reads a file of the content given; returns its rows, or the error's text after the file's name. */
function read(content: string | Uint8Array, name = "f.csv") {
  return inFolder({[name]: content}, async (folder) => {
    try {
      return await readAll(join(folder, name));
    } catch (error) {
      assert.ok(error instanceof InputError, String(error));
      return error.message.slice(join(folder, name).length);
    }
  });
}

const expected = {
  header: ["a", "b"],
  rows: [
    {line: 2, cells: ["1", "é,\n"]},
    {line: 4, cells: ["", "x"]}
  ]
};

it("openCsv(path) reads LF, CRLF, byte order marks and gzip alike", async () => {
  const text = 'a,b\n1,"é,\n"\n,x\n';
  assert.deepEqual(await read(text), expected);
  assert.deepEqual(await read(`\ufeff${text}`), expected);
  assert.deepEqual(await read('a,b\r\n1,"é,\n"\r\n,x\r\n'), expected);
  assert.deepEqual(await read('a,b\n1,"é,\n"\r\n,x\r\n'), expected);
  assert.deepEqual(await read(gzipSync(text), "f.csv.gz"), expected);
  assert.deepEqual(await read(gzipSync(text), "gzipped-but-does-not-say-so.csv"), expected);
});

it("openCsv(path) keeps text as text, hostile or hurt by a spreadsheet", async () => {
  const titles = [
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x","y")',
    "a\0b",
    "True",
    "1-2-3",
    "4:00 AM",
    "007",
    "1E-05"
  ];
  const quoted = titles.map((title) => `"${title.replaceAll('"', '""')}",x`).join("\n");
  const result = await read(`title,b\n${quoted}\n`);
  assert.ok(typeof result !== "string");
  assert.deepEqual(
    result.rows.map(({cells}) => cells[0]),
    titles
  );
});

it("openCsv(path) hands over ragged rows and leaves out blank lines", async () => {
  const result = await read("\na,b\n\n1\n \n1,2,3\n\n");
  assert.deepEqual(result, {
    header: ["a", "b"],
    rows: [
      {line: 4, cells: ["1"]},
      {line: 6, cells: ["1", "2", "3"]}
    ]
  });
});

it("openCsv(path) counts an empty line of a one-column table as a missing value", async () => {
  const result = await read("tempo\n\n120\n");
  assert.ok(typeof result !== "string");
  assert.deepEqual(
    result.rows.map(({cells}) => cells),
    [[""], ["120"]]
  );
});

it("openCsv(path) says what is wrong with a file that is no CSV", async () => {
  const csv = "expected CSV text; got";
  assert.equal(await read(""), ": expected a header line; got an empty file");
  assert.equal(await read("\n \n"), ": expected a header line; got an empty file");
  assert.equal(await read("PK\u0003\u0004rest"), `: ${csv} a zip archive or Excel workbook`);
  assert.equal(await read("PAR1rest"), `: ${csv} a Parquet file`);
  assert.equal(await read(Buffer.from("\ufeffa,b\n", "utf16le")), `: ${csv} UTF-16 text`);
  assert.equal(await read("\0\u0001\u0002\n"), `, line 1: ${csv} binary data`);
  assert.equal(
    await read(Buffer.from("a,b\n1,2\ncaf\u00e9,3\n", "latin1")),
    ', line 3: expected UTF-8 text; got the byte 0xE9, "é" in Windows-1252 (convert the file: iconv -f WINDOWS-1252 -t UTF-8)'
  );
  assert.equal(await read('a,b\n1,"2\n'), ", line 2: expected a closing quote; got the end of the file");
});

it("openCsv(path) tells a cut-off gzip from a damaged one", async () => {
  const whole = gzipSync(`a,b\n${Array.from({length: 5000}, (_, i) => `${i},${i * i}`).join("\n")}\n`);
  const damaged = Uint8Array.from(whole, (byte, i) => (i === whole.length - 6 ? byte ^ 255 : byte));
  assert.equal(await read(whole.subarray(0, whole.length >> 1)), ": expected a whole gzip file; got one cut off");
  assert.equal(await read(whole.subarray(0, 12)), ": expected a whole gzip file; got one cut off");
  assert.equal(await read(damaged), ": expected a gzip file; got a damaged one");
});

it("openCsv(path) refuses a path that is no file", async () => {
  await inFolder({"a.csv": "a,b\n"}, async (folder) => {
    await assert.rejects(openCsv(folder), {message: `${folder}: expected a CSV; got a folder`});
    await assert.rejects(openCsv(join(folder, "b.csv")), /expected a readable CSV; got no such file$/);
  });
});

it("openCsv(path, {onBytes}) shows the uncompressed bytes", async () => {
  const text = 'a,b\r\n1,"é"\r\n';
  await inFolder({"f.csv": `\ufeff${text}`, "f.csv.gz": gzipSync(`\ufeff${text}`)}, async (folder) => {
    for (const name of ["f.csv", "f.csv.gz"]) {
      const seen: Uint8Array[] = [];
      const {batches} = await openCsv(join(folder, name), {onBytes: (bytes) => seen.push(Buffer.from(bytes))});
      for await (const batch of batches) assert.ok(batch.length <= 1);
      assert.equal(Buffer.concat(seen).toString(), `\ufeff${text}`);
    }
  });
});

it("openCsv(path, {bytes}) reads those bytes instead of a file's", async () => {
  const seen: Uint8Array[] = [];
  const pieces = [Buffer.from("a,b\n1,"), Buffer.from("2\r\n")];
  const bytes = (async function* () {
    yield* pieces;
  })();
  const {name, header, batches} = await openCsv("standard input", {bytes, onBytes: (piece) => seen.push(piece)});
  const rows = [];
  for await (const batch of batches) rows.push(...batch);
  assert.deepEqual(
    {name, header, rows},
    {name: "standard input", header: ["a", "b"], rows: [{line: 2, cells: ["1", "2"]}]}
  );
  assert.deepEqual(seen, pieces);
});

it("openCsv(path) lets go of the file when refused, read, left early or closed", async () => {
  const openFiles = async () => (await readdir("/proc/self/fd").catch(() => [])).length;
  await inFolder(
    {"f.csv": `a,b\n${"1,2\n".repeat(100_000)}`, "f.zip": "PK\u0003\u0004", "f.bin": "\0\n"},
    async (folder) => {
      const path = join(folder, "f.csv");
      const before = await openFiles();
      for (let i = 0; i < 8; i++) {
        await assert.rejects(openCsv(join(folder, "f.zip")), InputError);
        await assert.rejects(openCsv(join(folder, "f.bin")), InputError);
      }
      assert.ok((await openFiles()) < before + 4); // before garbage collection closes what was forgotten
      await readAll(path);
      for (let i = 0; i < 8; i++) {
        await (await openCsv(path)).close();
        for await (const batch of (await openCsv(path)).batches) if (batch.length > 0) break;
      }
      assert.ok((await openFiles()) < before + 4);
    }
  );
});

import assert from "node:assert/strict";
import {readdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {csvFormatRows, csvParseRows} from "d3-dsv";
import {describe, it} from "vitest";
import {inFolder} from "../../fixtures/tracks/inFolder.js";
import {fixtureJson, largestError} from "../../lib/trees/fixtures.js";
import {runCli, startCli} from "../score/runCli.js";

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/trees/${name}`, import.meta.url));
const MODEL = ["--model", fixture("default.model.json")];
const {names, rows, p} = fixtureJson("default.rows.json") as {
  names: string[];
  rows: (number | null)[][];
  p: number[];
};

/** The fixture's rows as a CSV with an id and hostile text beside the features. */
function fixtureCsv(text = (i: number) => `song ${i}`): string {
  const cells = rows.map((row, i) => [String(i), ...row.map((x) => (x === null ? "" : String(x))), text(i)]);
  return `${csvFormatRows([["id", ...names, "title"], ...cells])}\n`;
}

/** The column p_hit of an output. */
const scores = (csv: string) =>
  csvParseRows(csv)
    .slice(1)
    .map((cells) => Number(cells.at(-1)));

describe.concurrent("npm run -s score", () => {
  it("scores standard input as XGBoost does, and prints nothing else", async () => {
    const {code, stdout, stderr} = await runCli("score", ["-", ...MODEL, "--as-is"], fixtureCsv());
    assert.equal(stderr, "");
    assert.equal(code, 0);
    const error = largestError(scores(stdout), p);
    assert.ok(error <= 1e-6, `off by ${error}`);
    assert.equal(stdout.split("\n")[0], 'id,loudness,tempo (BPM),"odd ""name""",énergie,title,p_hit');
  });

  it("reads gzip, byte order marks and CRLF, and writes a file whole", async () => {
    const hostile = ['=HYPERLINK("http://x","y")', "<script>alert(1)</script>", 'two "lines"\nhere'];
    const csv = `\ufeff${fixtureCsv((i) => hostile[i % 3])}`.replace(/(?<!lines""?)\n/g, "\r\n");
    await inFolder({"t.csv.gz": gzipSync(csv)}, async (folder) => {
      const output = join(folder, "o.csv");
      const args = [join(folder, "t.csv.gz"), ...MODEL, "--as-is", "--output", output];
      assert.deepEqual(await runCli("score", args), {code: 0, stdout: "", stderr: ""});
      const [header, ...cells] = csvParseRows(await readFile(output, "utf8"));
      assert.deepEqual(header, ["id", ...names, "title", "p_hit"]);
      assert.deepEqual(
        cells.map(([id]) => Number(id)),
        rows.map((_, i) => i)
      );
      assert.deepEqual(
        cells.slice(0, 3).map((row) => row.at(-2)),
        [`'${hostile[0]}`, hostile[1], hostile[2]]
      );
      assert.ok(
        largestError(
          cells.map((row) => Number(row.at(-1))),
          p
        ) <= 1e-6
      );
      assert.deepEqual(await readdir(folder), ["o.csv", "t.csv.gz"]);
    });
  });

  it("reads a model's known features as the dataset does, and says which zeros that were", async () => {
    const model = fixtureJson("default.model.json");
    model.learner.feature_names = ["loudness", "tempo", "key", "sections"];
    await inFolder({"m.json": JSON.stringify(model)}, async (folder) => {
      const csv = "sections,key,tempo,loudness\n0,3,0,-1\n,3,,-1\n";
      const known = await runCli("score", ["-", "--model", join(folder, "m.json")], csv);
      const [zeros, empty] = scores(known.stdout);
      assert.equal(zeros, empty);
      assert.equal(known.stderr, "note: zeros counted as missing: tempo 1, sections 1; --as-is takes them as 0\n");
      const asIs = await runCli("score", ["-", "--model", join(folder, "m.json"), "--as-is"], csv);
      assert.equal(asIs.stderr, "");
      assert.notEqual(scores(asIs.stdout)[0], empty);
      assert.equal(scores(asIs.stdout)[1], empty);
    });
  });

  it("names file, line, column, what was expected and what came, and leaves no file", async () => {
    const csv = fixtureCsv().split("\n").with(3, "2,1,2,three,4,title").join("\n");
    await inFolder({"t.csv": csv}, async (folder) => {
      const path = join(folder, "t.csv");
      const args = [path, ...MODEL, "--as-is", "--output", join(folder, "o.csv")];
      const problem = `${path}, line 4, column "odd \\"name\\"": expected a finite number; got "three"`;
      assert.deepEqual(await runCli("score", args), {code: 1, stdout: "", stderr: `error: ${problem}\n`});
      assert.deepEqual(await readdir(folder), ["t.csv"]);
    });
  });

  it("prints its usage, and refuses options it does not know", async () => {
    const help = await runCli("score", ["--help"]);
    assert.match(help.stdout, /^Usage: npm run -s score -- TRACKS.csv[^]*--model FILE[^]*tempo .*; 0 is missing/);
    assert.equal(help.code, 0);
    const {code, stdout, stderr} = await runCli("score", ["t.csv", "--modle", "m.json"]);
    assert.match(stderr, /^error: score: expected --model, .*; got "--modle"; .*--help tells more\n$/);
    assert.equal(stdout, "");
    assert.equal(code, 1);
  });

  it("reads paths from where npm was called", async () => {
    await inFolder({"t.csv": fixtureCsv()}, async (folder) => {
      const {child, ended} = startCli("score", ["t.csv", ...MODEL, "--as-is", "--output", "o.csv"], {
        npm_lifecycle_event: "score",
        INIT_CWD: folder
      });
      child.stdin.end();
      assert.equal((await ended).stderr, "");
      assert.deepEqual(await readdir(folder), ["o.csv", "t.csv"]);
    });
  });

  it("ends without an error when its reader has seen enough", async () => {
    const csv = fixtureCsv();
    const {child, ended} = startCli("score", ["-", ...MODEL, "--as-is"]);
    child.stdin.write(csv);
    const feed = (async () => {
      const more = csv.slice(csv.indexOf("\n") + 1);
      while (child.exitCode === null) {
        child.stdin.write(more.repeat(100));
        await sleep(5);
      }
    })();
    child.stdout.once("data", () => child.stdout.destroy());
    const {code, stderr} = await ended;
    await feed;
    assert.equal(stderr, "");
    assert.equal(code, 0);
  });

  it("stops at Ctrl-C with 130, waiting for input or at work, and leaves no half file", async () => {
    await inFolder({}, async (folder) => {
      for (const busy of [false, true]) {
        const {child, ended} = startCli("score", ["-", ...MODEL, "--as-is", "--output", join(folder, "o.csv")]);
        child.stdin.write(fixtureCsv());
        while ((await readdir(folder)).length === 0) await sleep(10);
        const feed = busy
          ? setInterval(() => child.stdin.write(fixtureCsv().split("\n").slice(1).join("\n")), 1)
          : undefined;
        await sleep(busy ? 300 : 0);
        child.kill("SIGINT");
        const {code, stdout} = await ended;
        clearInterval(feed);
        assert.equal(code, 130);
        assert.equal(stdout, "");
        assert.deepEqual(await readdir(folder), []);
      }
    });
  });

  it("keeps the file that was there when it fails", async () => {
    await inFolder({"o.csv": "old"}, async (folder) => {
      const output = join(folder, "o.csv");
      await writeFile(join(folder, "t.csv"), "a\n1\n");
      const {code} = await runCli("score", [join(folder, "t.csv"), ...MODEL, "--output", output]);
      assert.equal(code, 1);
      assert.equal(await readFile(output, "utf8"), "old");
    });
  });
});

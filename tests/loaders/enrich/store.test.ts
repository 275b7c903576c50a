import assert from "node:assert/strict";
import {appendFile, readFile, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import fc from "fast-check";
import {describe, it} from "vitest";
import {openStore} from "../../../loaders/enrich/openStore.js";
import {readAnswers} from "../../../loaders/enrich/readAnswers.js";
import {decodeRecord, encodeRecord, type StoreRecord} from "../../../loaders/enrich/StoreRecord.js";
import type {StoredAnswer} from "../../../loaders/enrich/types.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

const askedAt = "2026-11-23T03:00:00.000Z";
const answer = (id: string, body: unknown = null, status = 200): StoredAnswer => ({
  kind: "tracks",
  id,
  status,
  body,
  askedAt
});
const closure: StoreRecord = {endpoint: "features", isClosed: true, client: "0123", askedAt};
const lines = (...records: StoreRecord[]) => records.map(encodeRecord).join("");

/** Opens a store, adds records and closes it; returns what it held, and how many bytes it cut off. */
async function addTo(file: string, records: readonly StoreRecord[]) {
  const held: StoreRecord[] = [];
  let torn = 0;
  const store = await openStore(
    file,
    (record) => held.push(record),
    (bytes) => (torn = bytes)
  );
  await store.add(records);
  await store.close();
  return {held, torn};
}

describe("encodeRecord(record)", () => {
  it("is a line of JSON with a SHA-256 that sha256sum confirms", () => {
    const line = encodeRecord({kind: "tracks", id: "a", status: 404, body: null, askedAt});
    const record = `{"kind":"tracks","id":"a","status":404,"body":null,"askedAt":"${askedAt}"}`;
    assert.equal(line, `{"sha256":"5dd7ce214124688a","record":${record}}\n`);
    assert.deepEqual(JSON.parse(line).record, answer("a", null, 404));
  });

  it("comes back from decodeRecord(line), whatever text it holds", () => {
    const body = {name: "\u2028\n\ud800é}", list: [null, 1e-9, {}]};
    assert.deepEqual(decodeRecord(Buffer.from(encodeRecord(answer("a", body)).trimEnd())), answer("a", body));
    assert.deepEqual(decodeRecord(Buffer.from(encodeRecord(closure).trimEnd())), closure);
  });
});

it("decodeRecord(line) is null for a line cut off anywhere, or with any one byte changed", () => {
  const line = Buffer.from(encodeRecord(answer("a", {name: "é"})).trimEnd());
  for (let n = 0; n < line.length; n++) assert.equal(decodeRecord(line.subarray(0, n)), null);
  fc.assert(
    fc.property(fc.nat(line.length - 1), fc.integer({min: 1, max: 255}), (at, flip) => {
      const changed = Buffer.from(line);
      changed[at] ^= flip;
      assert.equal(decodeRecord(changed), null);
    })
  );
  assert.equal(decodeRecord(Buffer.concat([line, line])), null);
});

describe("openStore(file)", () => {
  it("keeps what is added, in order, over any number of openings", async () => {
    await inFolder({}, async (folder) => {
      const file = join(folder, "new/answers.jsonl");
      assert.deepEqual(await addTo(file, [answer("a"), closure]), {held: [], torn: 0});
      assert.deepEqual(await addTo(file, [answer("b")]), {held: [answer("a"), closure], torn: 0});
      assert.equal(await readFile(file, "utf8"), lines(answer("a"), closure, answer("b")));
    });
  });

  it("writes all that is added at once, each record whole", async () => {
    await inFolder({}, async (folder) => {
      const file = join(folder, "answers.jsonl");
      const store = await openStore(file, () => assert.fail());
      const all = Array.from({length: 200}, (_, i) => answer(`${i}`, "x".repeat(i)));
      await Promise.all(all.map((record) => store.add([record])));
      assert.equal(await readFile(file, "utf8"), lines(...all)); // before it is closed
      await store.add([closure]);
      assert.equal(await readFile(file, "utf8"), lines(...all, closure));
      await store.close();
    });
  });

  it("takes away a record that was cut off at any byte, and no other", async () => {
    const last = encodeRecord(answer("b", {name: "é"}));
    await inFolder({}, async (folder) => {
      const file = join(folder, "answers.jsonl");
      const bytes = Buffer.from(last);
      for (let n = 0; n < bytes.length - 1; n += 7) {
        await writeFile(file, Buffer.concat([Buffer.from(lines(answer("a"))), bytes.subarray(0, n)]));
        assert.deepEqual(await readAnswers(file), [answer("a")]); // reads past it, and changes nothing
        assert.deepEqual(await addTo(file, [answer("c")]), {held: [answer("a")], torn: n});
        assert.equal(await readFile(file, "utf8"), lines(answer("a"), answer("c")));
      }
    });
  });

  it("keeps a record that lacks but its line's end", async () => {
    await inFolder({"answers.jsonl": lines(answer("a"), answer("b")).trimEnd()}, async (folder) => {
      const file = join(folder, "answers.jsonl");
      assert.deepEqual(await readAnswers(file), [answer("a"), answer("b")]);
      assert.deepEqual(await addTo(file, [answer("c")]), {held: [answer("a"), answer("b")], torn: 0});
      assert.equal(await readFile(file, "utf8"), lines(answer("a"), answer("b"), answer("c")));
    });
  });

  it("refuses a changed record in between, names it and touches nothing", async () => {
    const text = lines(answer("a"), answer("b"), answer("c")).replace('"id":"b"', '"id":"B"') + "{";
    await inFolder({"answers.jsonl": text}, async (folder) => {
      const file = join(folder, "answers.jsonl");
      const problem = new RegExp(`^InputError: ${file}, line 2: expected a record as it was written; .* delete line 2`);
      await assert.rejects(addTo(file, []), problem);
      await assert.rejects(readAnswers(file), problem);
      assert.equal(await readFile(file, "utf8"), text);
    });
  });

  it("refuses a line that is no record, an empty one too", async () => {
    for (const text of ["\n", "{}\n", `${lines(answer("a"))}\n${lines(answer("b"))}`]) {
      await inFolder({"answers.jsonl": text}, async (folder) => {
        await assert.rejects(addTo(join(folder, "answers.jsonl"), []), /line \d: expected a record/);
      });
    }
  });
});

describe("readAnswers(file)", () => {
  it("has none where there is no file", async () => {
    assert.deepEqual(await readAnswers("/nowhere/answers.jsonl"), []);
    await inFolder({"answers.jsonl": ""}, async (folder) => {
      assert.deepEqual(await readAnswers(join(folder, "answers.jsonl")), []);
    });
  });

  it("takes the last answer about each kind and id, and no closure", async () => {
    const artist: StoredAnswer = {...answer("a"), kind: "artists"};
    const text = lines(answer("a", null, 403), answer("b"), closure, artist, answer("a", {id: "a"}));
    await inFolder({"answers.jsonl": text}, async (folder) => {
      const read = await readAnswers(join(folder, "answers.jsonl"));
      assert.deepEqual(read, [answer("a", {id: "a"}), answer("b"), artist]);
    });
  });

  it("reads lines longer than a chunk of the file", async () => {
    const long = answer("long", "x".repeat(3 << 20));
    await inFolder({}, async (folder) => {
      const file = join(folder, "answers.jsonl");
      await writeFile(file, lines(answer("a"), long));
      await appendFile(file, lines(answer("b")));
      assert.deepEqual(await readAnswers(file), [answer("a"), long, answer("b")]);
      assert.ok((await stat(file)).size > 3 << 20);
    });
  });
});

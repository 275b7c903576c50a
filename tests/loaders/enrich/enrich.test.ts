import assert from "node:assert/strict";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, it} from "vitest";
import {enrich, type EnrichOptions} from "../../../loaders/enrich/enrich.js";
import {readAnswers} from "../../../loaders/enrich/readAnswers.js";
import {KINDS, type StoredAnswer} from "../../../loaders/enrich/types.js";
import type {Patience} from "../../../loaders/spotify/Patience.js";
import {spotifyClient} from "../../../loaders/spotify/spotifyClient.js";
import {
  APP,
  entryOf,
  FAULTS,
  idOf,
  withFaultyServer,
  type FaultName,
  type FaultyServer,
  type FaultyServerOptions
} from "../../fixtures/spotify/faultyServer.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

const QUICK: Partial<Patience> = {timeoutMs: 1_000, backoffMs: 1, secondMs: 5};
const idsUpTo = (n: number) => Array.from({length: n}, (_, i) => idOf(i));
const AT = new Date("2026-11-23T03:00:00Z");

/** One run against a server, with a store in a folder. */
async function run({url}: FaultyServer, folder: string, options: Partial<EnrichOptions> = {}) {
  const {signal = new AbortController().signal} = options;
  const client = spotifyClient({...APP, api: `${url}/v1`, accounts: url}, {signal, patience: QUICK});
  const result = await enrich({
    file: join(folder, "answers.jsonl"),
    trackIds: idsUpTo(120),
    kinds: KINDS,
    client,
    clientHash: "app",
    signal,
    now: () => AT,
    ...options
  });
  const counts = result.kinds.map((k) => [k.kept, k.asked, k.answered, k.notFound, k.refused, k.failed, k.left]);
  return {...result, counts};
}

/** A server and an empty folder. */
const withBoth = (options: FaultyServerOptions, action: (server: FaultyServer, folder: string) => Promise<void>) =>
  withFaultyServer(options, (server) => inFolder({}, (folder) => action(server, folder)));

const linesOf = async (folder: string) =>
  (await readFile(join(folder, "answers.jsonl"), "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as {record: Partial<StoredAnswer>}).record);

const keysOf = (answers: readonly Partial<StoredAnswer>[]) => answers.map(({kind, id}) => `${kind} ${id}`).sort();

describe("enrich(options)", () => {
  it("keeps an answer about each track, each artist of theirs and each set of features, then asks nothing again", async () => {
    await withBoth({}, async (server, folder) => {
      const {counts, end} = await run(server, folder);
      assert.equal(end, undefined);
      assert.deepEqual(counts, [
        [0, 120, 120, 0, 0, 0, 0],
        [0, 40, 40, 0, 0, 0, 0],
        [0, 120, 120, 0, 0, 0, 0]
      ]);
      const artists = Array.from({length: 40}, (_, i) => `artists ${idOf(10_000_000 + i)}`);
      const expected = [...artists, ...idsUpTo(120).flatMap((id) => [`tracks ${id}`, `features ${id}`])].sort();
      assert.deepEqual(keysOf(await linesOf(folder)), expected);
      const calls = server.calls.length;
      const again = await run(server, folder);
      assert.deepEqual(again.counts, [
        [120, 0, 0, 0, 0, 0, 0],
        [40, 0, 0, 0, 0, 0, 0],
        [120, 0, 0, 0, 0, 0, 0]
      ]);
      assert.equal(server.calls.length, calls);
    });
  });

  it("keeps bodies as they came, but for the lists of countries", async () => {
    await withBoth({}, async (server, folder) => {
      await run(server, folder, {trackIds: [idOf(7)]});
      const [track] = await readAnswers(join(folder, "answers.jsonl"));
      const body = JSON.parse(JSON.stringify(entryOf({path: "tracks"}, idOf(7)))) as {album: object};
      const {available_markets: _, ...album} = body.album as Record<string, unknown>;
      assert.deepEqual(track, {
        kind: "tracks",
        id: idOf(7),
        status: 200,
        body: {...body, album},
        askedAt: AT.toISOString()
      });
    });
  });

  it("asks for so many of a kind at most, and goes on where it was", async () => {
    await withBoth({}, async (server, folder) => {
      const first = await run(server, folder, {limit: 30, kinds: ["tracks", "artists"]});
      assert.deepEqual(first.counts, [
        [0, 30, 30, 0, 0, 0, 90],
        [0, 30, 30, 0, 0, 0, 0]
      ]);
      const second = await run(server, folder, {kinds: ["tracks", "artists"]});
      assert.deepEqual(second.counts, [
        [30, 90, 90, 0, 0, 0, 0],
        [30, 10, 10, 0, 0, 0, 0]
      ]);
      assert.ok([...server.asked.values()].every((times) => times === 1));
    });
  });

  it("keeps 404 and 403 about single ids, and asks again about neither unless told to", async () => {
    let open = false;
    const refused = idOf(3);
    const options: FaultyServerOptions = {
      entry: (call, id) => (id === idOf(5) ? null : entryOf(call, id)),
      fault: ({isBatch, ids}) => (isBatch || (ids[0] === refused && !open) ? FAULTS.forbidden : undefined)
    };
    await withBoth(options, async (server, folder) => {
      const some: Partial<EnrichOptions> = {trackIds: idsUpTo(10), kinds: ["tracks"]};
      assert.deepEqual((await run(server, folder, some)).counts, [[0, 10, 8, 1, 1, 0, 0]]);
      const statuses = (await readAnswers(join(folder, "answers.jsonl"))).filter(({status}) => status !== 200);
      assert.deepEqual(
        statuses.map(({id, status, body}) => [id, status, body]).sort(),
        [
          [refused, 403, null],
          [idOf(5), 404, null]
        ].sort()
      );
      assert.deepEqual((await run(server, folder, some)).counts, [[10, 0, 0, 0, 0, 0, 0]]);
      open = true;
      assert.deepEqual((await run(server, folder, {...some, retryClosed: true})).counts, [[9, 1, 1, 0, 0, 0, 0]]);
      assert.ok((await readAnswers(join(folder, "answers.jsonl"))).find(({id}) => id === refused)?.status === 200);
    });
  });

  it("remembers that an endpoint is closed for an app, and marks no id as answered", async () => {
    let closed = true;
    const options: FaultyServerOptions = {
      fault: ({path}) => (closed && path === "audio-features" ? FAULTS.closed : undefined)
    };
    await withBoth(options, async (server, folder) => {
      const features: Partial<EnrichOptions> = {kinds: ["features"]};
      const first = await run(server, folder, features);
      assert.deepEqual([first.counts, first.kinds[0].closedAt], [[[0, 0, 0, 0, 0, 0, 120]], AT.toISOString()]);
      assert.equal(server.calls.length, 3);
      assert.deepEqual(await readAnswers(join(folder, "answers.jsonl")), []);

      const second = await run(server, folder, features);
      assert.deepEqual([second.counts, second.kinds[0].closedAt], [first.counts, AT.toISOString()]);
      assert.equal(server.calls.length, 3);

      await run(server, folder, {...features, clientHash: "another app"});
      assert.equal(server.calls.length, 6);
      await run(server, folder, {...features, retryClosed: true});
      assert.equal(server.calls.length, 9);

      closed = false;
      const opened = await run(server, folder, {...features, retryClosed: true, limit: 20});
      assert.deepEqual([opened.counts, opened.kinds[0].closedAt], [[[0, 20, 20, 0, 0, 0, 100]], null]);
      assert.deepEqual((await run(server, folder, features)).counts, [[20, 100, 100, 0, 0, 0, 0]]);
    });
  });

  it("ends at a quota with all that came, and asks for the rest in another run", async () => {
    let spent = true;
    const options: FaultyServerOptions = {fault: ({count}) => (spent && count > 0 ? FAULTS.quota : undefined)};
    await withBoth(options, async (server, folder) => {
      const {end, counts} = await run(server, folder);
      assert.match((end as Error).message, /QUOTA_EXCEEDED/);
      assert.deepEqual(counts, [[0, 50, 50, 0, 0, 0, 70]]);
      spent = false;
      assert.equal((await run(server, folder)).end, undefined);
      assert.equal((await readAnswers(join(folder, "answers.jsonl"))).length, 280);
    });
  });

  it("ends when its signal is aborted, with all that came", async () => {
    const stopper = new AbortController();
    const options: FaultyServerOptions = {
      fault: ({count}) => {
        if (count === 3) stopper.abort(new Error("enough"));
        return undefined;
      }
    };
    await withBoth(options, async (server, folder) => {
      const {end, kinds} = await run(server, folder, {signal: stopper.signal});
      assert.equal((end as Error).message, "enough");
      const asked = kinds.reduce((sum, kind) => sum + kind.asked, 0);
      assert.ok(asked >= 100);
      assert.equal((await linesOf(folder)).length, asked);
    });
  });

  it("does not keep what failed, and asks for it again", async () => {
    let broken = true;
    const fault: FaultyServerOptions["fault"] = ({isBatch, ids}) =>
      isBatch ? FAULTS.closed : broken && ids[0] === idOf(4) ? FAULTS.truncated : undefined;
    await withBoth({fault}, async (server, folder) => {
      const some: Partial<EnrichOptions> = {trackIds: idsUpTo(6), kinds: ["tracks"]};
      assert.deepEqual((await run(server, folder, some)).counts, [[0, 6, 5, 0, 0, 1, 0]]);
      broken = false;
      assert.deepEqual((await run(server, folder, some)).counts, [[5, 1, 1, 0, 0, 0, 0]]);
    });
  });

  it("takes away what a kill had cut off, and asks for it again", async () => {
    await withBoth({}, async (server, folder) => {
      const file = join(folder, "answers.jsonl");
      const some: Partial<EnrichOptions> = {trackIds: idsUpTo(3), kinds: ["tracks"]};
      await run(server, folder, some);
      const whole = await readFile(file);
      await writeFile(file, whole.subarray(0, -10));
      let torn = 0;
      const observer = {torn: (bytes: number) => (torn = bytes)};
      assert.deepEqual((await run(server, folder, {...some, observer})).counts, [[2, 1, 1, 0, 0, 0, 0]]);
      assert.ok(torn > 0);
      assert.deepEqual(await readFile(file), whole);
    });
  });

  it("lets two runs at once write one after the other, and asks nothing twice", async () => {
    await withBoth({}, async (server, folder) => {
      let waited = 0;
      const observer = {waitingForLock: () => waited++};
      const runs = await Promise.all([run(server, folder, {observer}), run(server, folder, {observer})]);
      assert.equal(waited, 1);
      assert.deepEqual(runs.map(({counts}) => counts[0][1]).sort(), [0, 120]);
      assert.ok([...server.asked.values()].every((times) => times === 1));
    });
  });

  it("answers each of many ids once, with one call in twenty failing in every way", async () => {
    const names: FaultName[] =
      "waitOne rateLimit serverError badGateway reset truncated plainText otherThing expired slow".split(
        " "
      ) as FaultName[];
    for (const isBatch of [true, false]) {
      const fault: FaultyServerOptions["fault"] = (call) =>
        call.isBatch && !isBatch
          ? FAULTS.closed
          : call.count % 20 === 7
            ? FAULTS[names[((call.count / 20) % 10) | 0]]
            : undefined;
      await withBoth({fault}, async (server, folder) => {
        const ids = idsUpTo(isBatch ? 1000 : 120);
        const {end, counts} = await run(server, folder, {trackIds: ids});
        assert.deepEqual([end, counts.map(([, , answered]) => answered)], [undefined, [ids.length, 40, ids.length]]);
        const keys = keysOf(await linesOf(folder));
        assert.equal(new Set(keys).size, keys.length);
        assert.equal(keys.length, 2 * ids.length + 40);
      });
    }
  });
});

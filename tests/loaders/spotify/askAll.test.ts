import assert from "node:assert/strict";
import {createServer} from "node:http";
import {once} from "node:events";
import type {AddressInfo} from "node:net";
import {describe, it} from "vitest";
import type {Kind} from "../../../loaders/enrich/types.js";
import {askAll, type Answered} from "../../../loaders/spotify/askAll.js";
import type {Patience} from "../../../loaders/spotify/Patience.js";
import {spotifyClient} from "../../../loaders/spotify/spotifyClient.js";
import {
  APP,
  entryOf,
  FAULTS,
  idOf,
  withFaultyServer,
  type Call,
  type FaultName,
  type FaultyServerOptions
} from "../../fixtures/spotify/faultyServer.js";

const QUICK: Partial<Patience> = {timeoutMs: 30_000, backoffMs: 1, secondMs: 5};
const HASTY: Partial<Patience> = {timeoutMs: 300};
const idsUpTo = (n: number) => Array.from({length: n}, (_, i) => idOf(i));

interface Case extends FaultyServerOptions {
  n?: number; // how many ids are asked for, from 0
  kind?: Kind;
  patience?: Partial<Patience>;
  clientSecret?: string;
}

/** Asks a faulty server; returns what came, sorted by id, and how it ended. */
async function ask({n = 5, kind = "tracks", patience, clientSecret = APP.clientSecret, ...options}: Case) {
  return withFaultyServer(options, async ({url, calls, tokens}) => {
    const settings = {...APP, clientSecret, api: `${url}/v1`, accounts: url};
    const client = spotifyClient(settings, {signal: new AbortController().signal, patience: {...QUICK, ...patience}});
    const answers: Answered[] = [];
    const onAnswers = async (some: readonly Answered[]) => void answers.push(...some);
    const {end, ...rest} = await askAll(client, kind, idsUpTo(n), {onAnswers}).then(
      (unanswered) => ({...unanswered, end: ""}),
      (error: Error) => ({isClosed: undefined, failed: [], end: error.message})
    );
    answers.sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.ok(!end.includes(clientSecret) && !end.includes("token-"), end);
    return {answers, ...rest, end: end.replace(new URL(url).host, "HOST"), calls, tokens: tokens()};
  });
}

const found = (n: number, path: Call["path"] = "tracks") =>
  idsUpTo(n).map((id) => ({id, status: 200, body: JSON.parse(JSON.stringify(entryOf({path}, id))) as unknown}));
const sizes = (calls: readonly Call[]) => calls.map(({ids, isBatch}) => (isBatch ? ids.length : 1));

/** A fault of the first calls only. */
const first =
  (calls: number, name: FaultName): FaultyServerOptions["fault"] =>
  ({count}) =>
    count < calls ? FAULTS[name] : undefined;

describe("askAll(client, kind, ids) asks each id once", () => {
  it.each<[Kind, Call["path"], number[]]>([
    ["tracks", "tracks", [50, 50, 20]],
    ["artists", "artists", [50, 50, 20]],
    ["features", "audio-features", [100, 20]]
  ])("in the largest batches of %s", async (kind, path, calls) => {
    const result = await ask({n: 120, kind});
    assert.deepEqual(result.answers, found(120, path));
    assert.deepEqual(
      sizes(result.calls).sort((a, b) => b - a),
      calls
    );
    assert.deepEqual([result.isClosed, result.failed, result.end, result.tokens], [false, [], "", 1]);
  });

  it.each(["closed", "closedText"] as const)("one by one where batches are refused: %s", async (name) => {
    const result = await ask({n: 60, fault: ({isBatch}) => (isBatch ? FAULTS[name] : undefined)});
    assert.deepEqual(result.answers, found(60));
    assert.deepEqual(sizes(result.calls), [50, ...Array<number>(60).fill(1)]);
  });

  it("one by one where batches are not found, or bad requests", async () => {
    for (const code of [404, 400]) {
      const fault: FaultyServerOptions["fault"] = ({isBatch}) =>
        isBatch ? (response) => void response.writeHead(code).end('{"error":{}}') : undefined;
      const result = await ask({n: 102, fault});
      assert.deepEqual(result.answers, found(102));
      const batches = result.calls.filter(({isBatch}) => isBatch).length;
      assert.ok(batches <= (code === 400 ? 3 : 1), `${batches} batches`); // by 400 one id may be meant
    }
  });

  it("in batches still, where one id spoiled its own", async () => {
    const bad: FaultyServerOptions["fault"] = ({ids}) =>
      ids.includes(idOf(3))
        ? (response) => void response.writeHead(400).end('{"error":{"status":400,"message":"Invalid base62 id"}}')
        : undefined;
    const result = await ask({n: 150, fault: bad});
    assert.deepEqual(
      result.answers,
      found(150).map((answer, i) => (i === 3 ? {...answer, status: 400, body: null} : answer))
    );
    assert.deepEqual(sizes(result.calls.filter(({isBatch}) => isBatch)), [50, 50, 50]);
  });

  it("and takes none for an answer that there is none", async () => {
    const entry: FaultyServerOptions["entry"] = (call, id) => (id === idOf(1) ? null : entryOf(call, id));
    const expected = found(3).map((answer, i) => (i === 1 ? {...answer, status: 404, body: null} : answer));
    for (const fault of [undefined, ({isBatch}: Call) => (isBatch ? FAULTS.closed : undefined)]) {
      assert.deepEqual((await ask({n: 3, entry, fault})).answers, expected);
    }
  });

  it("and asks one by one for what a batch says nothing of", async () => {
    for (const entries of [() => [], (list: unknown[]) => list.slice(1), () => ["x", 1, {}, {id: 5}, []]]) {
      const result = await ask({entries});
      assert.deepEqual(result.answers, found(5));
      assert.ok(result.calls.length > 1);
    }
  });

  it("and nothing where there are no ids", async () => {
    assert.deepEqual(await ask({n: 0}), {answers: [], isClosed: false, failed: [], end: "", calls: [], tokens: 0});
  });
});

describe("askAll(client, kind, ids) survives", () => {
  const PASSING = "waitOne rateLimit serverError badGateway reset slow silent truncated plainText otherThing expired";

  it.each(PASSING.split(" ") as FaultName[])("%s, of a batch and of single calls", async (name) => {
    const never = name === "slow" || name === "silent";
    const patience = never ? HASTY : {};
    const batch = await ask({fault: first(2, name), patience});
    assert.deepEqual([batch.answers, batch.failed, batch.end], [found(5), [], ""]);
    if (!never) assert.equal(batch.calls.length, 3);
    const fault: FaultyServerOptions["fault"] = (call) =>
      call.isBatch ? FAULTS.closed : call.count % 3 === 1 ? FAULTS[name] : undefined;
    const single = await ask({fault, patience});
    assert.deepEqual([single.answers, single.failed, single.end], [found(5), [], ""]);
  });

  it("a token that expired, with one new token for all calls under way", async () => {
    let expired = 0;
    const fault: FaultyServerOptions["fault"] = ({count}) => (count === 1 && !expired++ ? FAULTS.expired : undefined);
    const result = await ask({n: 400, fault});
    assert.deepEqual([result.answers.length, result.tokens, result.end], [400, 2, ""]);
  });

  it("calls that fail however often they are tried: they count as failed and are not answered", async () => {
    for (const name of ["serverError", "truncated", "plainText", "otherThing", "rateLimit"] as const) {
      const fault: FaultyServerOptions["fault"] = ({isBatch, ids}) =>
        isBatch ? FAULTS.closed : ids[0] === idOf(2) ? FAULTS[name] : undefined;
      const result = await ask({fault, patience: {retries: 2}});
      assert.deepEqual(
        result.answers,
        found(5).filter((_, i) => i !== 2)
      );
      assert.deepEqual([result.failed, result.calls.length], [[idOf(2)], 8]);
    }
  });
});

describe("askAll(client, kind, ids) finds an endpoint closed", () => {
  it.each(["closed", "closedText", "forbidden"] as const)("by %s, after three calls", async (name) => {
    const result = await ask({n: 1000, kind: "features", fault: () => FAULTS[name]});
    assert.deepEqual([result.isClosed, result.answers, result.failed, result.end], [true, [], [], ""]);
    assert.deepEqual(sizes(result.calls), [100, 1, 1]);
  });

  it("by a single refusal without a reason, where nothing else is to be asked", async () => {
    const result = await ask({n: 1, fault: () => FAULTS.closed});
    assert.deepEqual([result.isClosed, result.answers], [true, []]);
  });

  it("but not by one with a reason: that is an answer about the id", async () => {
    const result = await ask({n: 1, fault: () => FAULTS.forbidden});
    assert.deepEqual([result.isClosed, result.answers], [false, [{id: idOf(0), status: 403, body: null}]]);
  });

  it("but not by refusals among answers, whichever comes first", async () => {
    for (const odd of [0, 1]) {
      const fault: FaultyServerOptions["fault"] = ({isBatch, ids}) =>
        isBatch || parseInt(ids[0], 36) % 2 === odd ? FAULTS.closed : undefined;
      const result = await ask({n: 20, fault});
      assert.equal(result.isClosed, false);
      const expected = found(20).map((answer, i) => (i % 2 === odd ? {...answer, status: 403, body: null} : answer));
      assert.deepEqual(result.answers, expected);
    }
  });

  it("in the middle, by ten refusals in a row, and takes none of them for an answer", async () => {
    const fault: FaultyServerOptions["fault"] = ({isBatch, count}) =>
      isBatch || count > 20 ? FAULTS.closedText : undefined;
    const result = await ask({n: 200, fault});
    assert.deepEqual([result.isClosed, result.answers], [true, found(20)]);
    assert.ok(result.calls.length <= 33, `${result.calls.length} calls`);
  });
});

describe("askAll(client, kind, ids) ends, and keeps what came,", () => {
  const after = (calls: number, name: FaultName): Case => ({
    n: 300,
    fault: ({count}) => (count < calls ? undefined : FAULTS[name])
  });

  it.each<[FaultName, RegExp]>([
    ["quota", /^Spotify: expected an answer; got QUOTA_EXCEEDED/],
    ["waitDay", /^Spotify: expected to be told to wait 60 s at most; got 24 hours/]
  ])("at %s, without asking again", async (name, problem) => {
    const {answers, end, calls} = await ask(after(2, name));
    assert.match(end, problem);
    assert.deepEqual(answers, found(100));
    assert.ok(calls.length <= 4);
  });

  it("where it is told to wait again and again", async () => {
    const {end, answers} = await ask(after(2, "waitOne"));
    assert.match(end, /got told to wait 11 times in a row/);
    assert.deepEqual(answers, found(100));
  });

  it("where call after call fails", async () => {
    const {end, answers} = await ask({...after(2, "badGateway"), n: 1000, patience: {retries: 1}});
    assert.equal(end, "Spotify: expected answers from HOST; got 5 failures in a row, the last HTTP 502");
    assert.deepEqual(answers, found(100));
  });

  it("where a token is refused as soon as it is given", async () => {
    const {end, tokens} = await ask({fault: () => FAULTS.expired});
    assert.equal(end, "Spotify: expected HOST to take the token it gave; got HTTP 401 for 3 in a row");
    assert.equal(tokens, 3);
  });

  it("where the credentials are wrong, and prints neither of them", async () => {
    const {end, calls} = await ask({clientSecret: "another"});
    assert.match(end, /^Spotify: expected a client id and its secret that HOST accepts; got HTTP 400 invalid_client/);
    assert.ok(!end.includes(APP.clientId));
    assert.equal(calls.length, 0);
    const echo: Case["token"] = (response) => void response.writeHead(401).end(`{"error":"${APP.clientSecret}"}`);
    assert.match((await ask({token: echo})).end, /accepts; got HTTP 401\. Check/);
  });

  it("where no token comes", async () => {
    const unusable = ["reset", "badGateway", "plainText", "otherThing", "silent"] as const;
    for (const name of unusable) {
      const {end} = await ask({token: FAULTS[name], patience: HASTY});
      assert.match(end, /^Spotify: expected an answer from HOST; got none \(.+\)/);
    }
  });

  it("where nobody listens", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const dead = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise((resolve) => server.close(resolve));
    await withFaultyServer({}, async ({url}) => {
      for (const [api, accounts] of [
        [dead, url],
        [url, dead]
      ]) {
        const client = spotifyClient({...APP, api, accounts}, {signal: new AbortController().signal, patience: QUICK});
        const asked = askAll(client, "tracks", idsUpTo(3), {onAnswers: async () => assert.fail()});
        await assert.rejects(asked, /expected an answer from 127\.0\.0\.1:\d+; got none \(ECONNREFUSED\)/);
      }
    });
  });

  it("where an answer cannot be kept", async () => {
    await withFaultyServer({}, async ({url}) => {
      const settings = {...APP, api: `${url}/v1`, accounts: url};
      const client = spotifyClient(settings, {signal: new AbortController().signal, patience: QUICK});
      const onAnswers = () => Promise.reject(new Error("full"));
      await assert.rejects(askAll(client, "tracks", idsUpTo(500), {onAnswers}), /^Error: full$/);
    });
  });

  it("when its signal is aborted, also while it waits", async () => {
    for (const name of ["silent", "waitOne", "serverError"] as const) {
      await withFaultyServer({fault: () => FAULTS[name]}, async ({url}) => {
        const stopper = new AbortController();
        const patience = {timeoutMs: 60_000, backoffMs: 60_000, secondMs: 60_000};
        const client = spotifyClient({...APP, api: `${url}/v1`, accounts: url}, {signal: stopper.signal, patience});
        const asked = askAll(client, "tracks", idsUpTo(3), {onAnswers: async () => assert.fail()});
        setTimeout(() => stopper.abort(new Error("enough")), 50);
        await assert.rejects(asked, /^Error: enough$/);
      });
    }
  });
});

it("spotifyClient(settings) obeys Retry-After with all calls, and tells of it", async () => {
  const waits: number[] = [];
  const times: number[] = [];
  const fault: FaultyServerOptions["fault"] = ({count}) => {
    times.push(performance.now());
    return count === 2 ? FAULTS.waitOne : undefined;
  };
  await withFaultyServer({fault}, async ({url}) => {
    const patience = {...QUICK, secondMs: 120};
    const options = {signal: new AbortController().signal, patience, onWait: (seconds: number) => waits.push(seconds)};
    const client = spotifyClient({...APP, api: `${url}/v1`, accounts: url}, options);
    await askAll(client, "tracks", idsUpTo(500), {onAnswers: async () => undefined});
  });
  assert.deepEqual(waits, [1]);
  const pause = Math.max(...times.slice(1).map((time, i) => time - times[i]));
  assert.ok(pause > 100, `${pause} ms`);
});

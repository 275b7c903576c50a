import assert from "node:assert/strict";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, it} from "vitest";
import {APP, FAULTS, withFaultyServer, type FaultyServerOptions} from "../../fixtures/spotify/faultyServer.js";
import {killRuns} from "../../fixtures/spotify/killRuns.js";
import {studyCsv} from "../../fixtures/spotify/studyCsv.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";
import {startCli} from "../score/runCli.js";

const single: FaultyServerOptions = {fault: ({isBatch}) => (isBatch ? FAULTS.closed : undefined)};

/** Runs the command on a study of some tracks, against a server; its lines about tracks left out. */
async function run(
  args: readonly string[],
  {
    tracks = 6,
    variables = {},
    ...options
  }: FaultyServerOptions & {tracks?: number; variables?: Record<string, string>} = {}
) {
  return withFaultyServer(options, (server) =>
    inFolder({"study-60s.csv": studyCsv(tracks)}, async (folder) => {
      const named = {TRACKS: join(folder, "study-60s.csv"), ENRICHED: join(folder, "enriched")};
      const {ended} = startCli("enrich", args, {...server.variables, ...named, ...variables});
      const {code, stdout, stderr} = await ended;
      assert.ok(!(stdout + stderr).includes(APP.clientSecret) && !(stdout + stderr).includes(APP.clientId));
      return {code, stdout, stderr, calls: server.calls.length, files: await readdir(folder)};
    })
  );
}

describe("npm run enrich", () => {
  it("asks, keeps, says what came and what Spotify's terms say", async () => {
    const {code, stdout, stderr} = await run([]);
    assert.equal(
      stdout,
      ["tracks", "artists", "features"]
        .map((k) => `${k}: 6 asked, 6 answered, 0 not found, 0 refused, 0 failed; 0 kept from before\n`)
        .join("")
    );
    assert.match(stderr, /may not be used\s+to train a machine-learning model, nor be stored as a database/);
    assert.equal(code, 0);
  });

  it("--dry-run says how many calls it would make, and makes none", async () => {
    const {code, stdout, calls, files} = await run(["--dry-run"], {tracks: 120});
    assert.equal(
      stdout,
      `tracks: 0 kept, 120 to ask: 3 calls in batches, 120 one by one
artists: 0 kept, 0 to ask: 0 calls in batches, 0 one by one
features: 0 kept, 120 to ask: 2 calls in batches, 120 one by one
and the artists of 120 tracks that are not answered yet: who they are, their answers tell
`
    );
    assert.deepEqual([code, calls, files], [0, 0, ["study-60s.csv"]]);
  });

  it("ends with 1 and the reason where credentials are wrong, the quota is spent, or a kind is unknown", async () => {
    const wrong = await run([], {variables: {SPOTIFY_CLIENT_ID: "another"}});
    assert.match(wrong.stderr, /\nerror: Spotify: expected a client id and its secret that 127\.0\.0\.1:\d+ accepts/);
    const spent = await run([], {fault: () => FAULTS.quota});
    assert.match(spent.stderr, /\nerror: Spotify: expected an answer; got QUOTA_EXCEEDED[^\n]*\n$/);
    assert.match(spent.stdout, /^tracks: 0 asked, .*; 6 not asked; 0 kept from before\n$/);
    const bad = await run(["--only", "songs"]);
    assert.match(bad.stderr, /^error: enrich: expected --only tracks or artists or features; got "songs"/);
    assert.deepEqual([wrong.code, spent.code, bad.code], [1, 1, 1]);
  });

  it("ends with 130 at Ctrl-C, with all that came", async () => {
    const options = {...single, slowDown: () => new Promise((resolve) => setTimeout(resolve, 20))};
    await withFaultyServer(options, (server) =>
      inFolder({"study-60s.csv": studyCsv(5000)}, async (folder) => {
        const variables = {...server.variables, TRACKS: join(folder, "study-60s.csv"), ENRICHED: folder};
        const {child, ended} = startCli("enrich", [], variables);
        while (server.calls.length < 10) await new Promise((resolve) => setTimeout(resolve, 5));
        child.kill("SIGINT");
        const {code, stdout} = await ended;
        assert.equal(code, 130);
        const [, asked] = /^tracks: (\d+) asked/.exec(stdout)!;
        const lines = (await readFile(join(folder, "answers.jsonl"), "utf8")).trimEnd().split("\n");
        assert.ok(Number(asked) > 0);
        assert.equal(lines.length, Number(asked));
      })
    );
  });

  it("killed anywhere loses nothing, keeps nothing twice and asks nothing again that it kept", async () => {
    await withFaultyServer(single, (server) =>
      inFolder({"study-60s.csv": studyCsv(120)}, async (folder) => {
        const {last, kills, ...counts} = await killRuns(server, folder, [1, 3_333, 9_999]);
        assert.deepEqual([last.code, kills], [0, 3], last.stderr);
        assert.deepEqual(counts, {answers: 280, repeated: 0, askedAgain: 0});
      })
    );
  });
});

// npx tsx tests/bench/enrich.ts [kills]: what faults and kills do to an enrichment, against a server on this machine.
import {join} from "node:path";
import {writeFile} from "node:fs/promises";
import {randomSource} from "../../lib/random/randomSource.js";
import {enrich} from "../../loaders/enrich/enrich.js";
import {readAnswers} from "../../loaders/enrich/readAnswers.js";
import {scanRecords} from "../../loaders/enrich/scanRecords.js";
import {KINDS} from "../../loaders/enrich/types.js";
import {spotifyClient} from "../../loaders/spotify/spotifyClient.js";
import {APP, FAULTS, idOf, withFaultyServer, type FaultName} from "../fixtures/spotify/faultyServer.js";
import {killRuns} from "../fixtures/spotify/killRuns.js";
import {studyCsv} from "../fixtures/spotify/studyCsv.js";
import {inFolder} from "../fixtures/tracks/inFolder.js";

const IDS = 10_000;
const FAULTY = 0.05; // of the calls
const NAMES = "waitOne rateLimit serverError badGateway reset truncated plainText otherThing expired slow".split(" ");

/** Asks for all tracks and artists, with faults drawn at random. */
async function faults(mayBatch: boolean): Promise<void> {
  const random = randomSource(1);
  let spoiled = 0;
  const fault = ({isBatch}: {isBatch: boolean}) => {
    if (isBatch && !mayBatch) return FAULTS.closed;
    if (random() >= FAULTY) return undefined;
    return FAULTS[NAMES[spoiled++ % NAMES.length] as FaultName];
  };
  await withFaultyServer({fault}, ({url, calls}) =>
    inFolder({}, async (folder) => {
      const file = join(folder, "answers.jsonl");
      const {signal} = new AbortController();
      const patience = {timeoutMs: 2_000, backoffMs: 5, secondMs: 10};
      const client = spotifyClient({...APP, api: `${url}/v1`, accounts: url}, {signal, patience});
      const trackIds = Array.from({length: IDS}, (_, i) => idOf(i));
      const before = process.cpuUsage();
      const result = await enrich({file, trackIds, kinds: KINDS, client, clientHash: "bench", signal});
      if (result.end !== undefined) throw result.end;
      const cpu = process.cpuUsage(before);
      let lines = 0;
      await scanRecords(file, () => lines++);
      const answers = (await readAnswers(file)).filter(({status}) => status === 200).length;
      const failed = result.kinds.reduce((sum, kind) => sum + kind.failed, 0);
      console.warn(
        `${mayBatch ? "batches" : "single calls"}: ${calls.length} calls, ${spoiled} spoiled; ${2 * IDS + 40} ids, ${answers} answered, ${lines} lines, ${failed} failed; ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of CPU, the server's included`
      );
    })
  );
}

/** Kills the command at random moments until it was killed so often, then lets it end. */
async function kills(times: number): Promise<void> {
  const random = randomSource(2);
  const tracks = 8 * times;
  const fault = ({isBatch}: {isBatch: boolean}) => (isBatch ? FAULTS.closed : undefined);
  await withFaultyServer({fault}, (server) =>
    inFolder({}, async (folder) => {
      await writeFile(join(folder, "study-60s.csv"), studyCsv(tracks));
      const bytes = Array.from({length: times}, () => Math.floor(7_000 * random()));
      const {last, ...counts} = await killRuns(server, folder, bytes);
      const calls = [...server.asked.values()].filter((asked) => asked > 1).length;
      console.warn(
        `last run left with ${last.code}; ${JSON.stringify({ids: 2 * tracks + Math.min(40, tracks), ...counts})}`
      );
      console.warn(
        `${calls} ids were asked about more than once, in batches that were refused or before they were kept`
      );
    })
  );
}

const times = Number(process.argv[2] ?? 50);
await faults(true);
await faults(false);
await kills(times);

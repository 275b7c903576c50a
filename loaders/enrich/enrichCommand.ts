import {existsSync} from "node:fs";
import {InputError} from "../../lib/csv/InputError.js";
import {findTracks} from "../cli/findTracks.js";
import {ROOT} from "../root.js";
import {clientHash} from "../spotify/clientHash.js";
import {spotifyClient} from "../spotify/spotifyClient.js";
import {readSpotifySettings, type SpotifySettings} from "../spotify/SpotifySettings.js";
import {readDataset} from "../tracks/readDataset.js";
import {describePlan} from "./describePlan.js";
import {describeSummary} from "./describeSummary.js";
import {enrich, type EnrichResult} from "./enrich.js";
import {enrichDisplay} from "./enrichDisplay.js";
import {enrichedFile} from "./enrichedFile.js";
import {enrichOptions, type EnrichArguments} from "./enrichOptions.js";
import {ADDS, ENRICH_USAGE, TERMS} from "./enrichUsage.js";
import {knownAnswers} from "./knownAnswers.js";
import {planKind} from "./planKind.js";
import {scanRecords} from "./scanRecords.js";
import {studyTrackIds} from "./studyTrackIds.js";

/**
 * Asks Spotify about the tracks of the study: what `npm run enrich` does.
 *
 * @param args of the command line
 * @param root the folder of .env
 * @throws InputError for arguments, credentials, tracks or a store that cannot be used, and where not all was answered;
 *   the signal's reason
 */
export async function enrichCommand(args: readonly string[], signal: AbortSignal, root = ROOT): Promise<void> {
  const options = enrichOptions(args);
  if (options.help) return void process.stdout.write(ENRICH_USAGE);
  const settings = await readSpotifySettings(process.env, root);
  if (!settings && !options.dryRun) throw noCredentials();
  const trackIds = await readTrackIds();
  if (options.dryRun || !settings) return sayPlan(trackIds, options, settings);
  const file = enrichedFile();
  if (!existsSync(file)) console.warn(TERMS);
  const display = enrichDisplay();
  const result = await enrich({
    ...options,
    file,
    trackIds,
    client: spotifyClient(settings, {signal, onWait: display.waiting}),
    clientHash: clientHash(settings.clientId),
    signal,
    observer: display
  });
  process.stdout.write(result.kinds.map((kind) => `${describeSummary(kind)}\n`).join(""));
  throwEnd(result);
}

async function readTrackIds(): Promise<readonly string[]> {
  const located = await findTracks();
  if (located.source === "demo") {
    throw new InputError("expected tracks of a study; got the demo's synthetic tracks, which have no ids", {
      file: "enrich"
    });
  }
  const {raw, clean} = await readDataset(located);
  const {ids, without} = studyTrackIds(Array.from(clean, (row) => raw.uri[row]));
  if (ids.length === 0) {
    const problem = `expected uris with Spotify's ids, like spotify:track:4GiXBCUF7H6YfNQsnBRIzl; got none in ${without} tracks`;
    throw new InputError(problem, {file: located.files[0], column: "uri"});
  }
  if (without > 0) console.warn(`${without} tracks have no id of Spotify's and cannot be asked about`);
  return ids;
}

async function sayPlan(
  trackIds: readonly string[],
  {kinds, ...planning}: EnrichArguments,
  settings: SpotifySettings | null
): Promise<void> {
  const known = knownAnswers();
  await scanRecords(enrichedFile(), known.learn);
  const lines = kinds.map((kind) => {
    const plan = planKind(kind, trackIds, known, planning);
    const closedAt = settings ? known.closedAt(kind, clientHash(settings.clientId)) : undefined;
    return describePlan(plan, planning.retryClosed ? undefined : closedAt);
  });
  const unknown = trackIds.filter((id) => known.statusOf("tracks", id) === undefined).length;
  if (kinds.includes("artists") && unknown > 0) {
    lines.push(`and the artists of ${unknown} tracks that are not answered yet: who they are, their answers tell`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

function noCredentials(): InputError {
  const problem = `expected SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET in the environment or in a file .env beside package.json; got neither. With them, enrichment would add ${ADDS}. All else works without; npm run enrich -- --help tells how, and what Spotify's terms say`;
  return new InputError(problem, {file: "enrich"});
}

function throwEnd({kinds, end}: EnrichResult): void {
  if (end !== undefined) throw end;
  const failed = kinds.reduce((sum, kind) => sum + kind.failed, 0);
  if (failed === 0) return;
  const problem = `expected an answer about every id; got none about ${failed}, however often they were asked. Run it again: only what is not answered is asked`;
  throw new InputError(problem, {file: "Spotify"});
}

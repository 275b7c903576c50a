import {ENDPOINTS} from "../spotify/endpoints.js";
import {KINDS} from "./types.js";

/** What Spotify allows, said before anything is asked; read in its terms of 15 May 2025. */
export const TERMS = `Spotify's terms (Developer Terms, version 10, IV.2.1.a; Developer Policy, III.13-14): its content may not be used
to train a machine-learning model, nor be stored as a database, and where it is shown it needs attribution
and a link back. So nothing is asked unless you run this command with credentials of your own; the answers stay on
this machine in a folder that git ignores and are never published; no model reads them unless you turn that on too.
Whether your use is allowed is for you to judge.`;

/** What enrichment adds, in a sentence. */
export const ADDS =
  "release dates, popularity, explicit lyrics, albums and ISRCs of the tracks, and followers, genres and popularity of their artists";

const most = KINDS.map((kind) => `${ENDPOINTS[kind].most} ${kind}`).join(", ");

/** What `--help` prints. */
export const ENRICH_USAGE = `Usage: npm run enrich -- [options]

Asks Spotify about the tracks of the study that a build would take, and keeps every answer, also that there is
none. It adds ${ADDS}
(each as far as Spotify still tells it to your app). Stop it at any moment and run it again: it goes on where it was,
and asks nothing again that was answered.

Credentials are those of an app at https://developer.spotify.com/dashboard, in the environment or in a file
.env beside package.json:

  SPOTIFY_CLIENT_ID=...
  SPOTIFY_CLIENT_SECRET=...

Options
  --limit N         ask for N tracks, N artists and N sets of features at most
  --only KIND       ${KINDS.join(", ")}; may be given several times. Artists are those of the tracks answered so far
  --dry-run         say how many calls would be made, and make none; needs no credentials
  --retry-closed    ask again what was refused (403): an endpoint closed for the app, or single ids
  --help            print this

Where the app may, one call asks for many (${most}), else one call an id. Two calls
at a time; Retry-After is obeyed up to 60 s. Apps made after 27 November 2024 get no audio features; apps in
development mode get neither batches nor popularity nor followers since February 2026.

Variables
  ENRICHED          another folder than data/enriched
  SPOTIFY_API, SPOTIFY_ACCOUNTS   other servers than https://api.spotify.com/v1 and https://accounts.spotify.com
  TRACKS, OFFLINE   which tracks, as for npm run build

${TERMS}
`;

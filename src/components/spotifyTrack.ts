import {LoginProblem} from "../lib/spotify/LoginProblem.js";
import {readAudioFeatures, type FeatureValues} from "../lib/spotify/readAudioFeatures.js";
import {readTrack} from "../lib/spotify/readTrack.js";
import {refusalOf, type Refusal} from "../lib/spotify/refusalOf.js";
import type {SpotifyTrack} from "../lib/spotify/SpotifyTrack.js";
import type {SpotifyLogin} from "./spotifyLogin.js";

/** What Spotify says of a track to the reader's own application. */
export interface AskedTrack {
  readonly track: SpotifyTrack;
  readonly values: FeatureValues; // duration, and all other features where they are open to the application
  readonly note: string; // why features are missing; "" where they are not
}

/** Asks Spotify for a track and its audio features, by the reader's login. */
export type SpotifyTracks = (id: string) => Promise<AskedTrack>;

/**
 * Asks for tracks. That the audio features are closed to an application is found out once.
 *
 * @returns throws LoginProblem if the login has ended, an Error with one line for a reader if the track itself cannot be
 *   had
 */
export function spotifyTracks(login: SpotifyLogin): SpotifyTracks {
  let closedTo = ""; // a client id
  return async (id) => {
    const track = readTrack(await answerOf(login, `/tracks/${id}`));
    if (!track) throw new Error("Spotify’s answer could not be read.");
    const values = {duration_ms: track.durationMs ?? NaN};
    if (closedTo === login.clientId()) return {track, values, note: CLOSED};
    try {
      const features = readAudioFeatures(await answerOf(login, `/audio-features/${id}`));
      if (!features) return {track, values, note: "Spotify’s audio features could not be read."};
      return {track, values: {...values, ...withoutMissing(features.values)}, note: ""};
    } catch (error) {
      if (error instanceof LoginProblem) throw error;
      if (!(error instanceof Refused && error.isClosed))
        return {track, values, note: `Of its audio features: ${(error as Error).message}`};
      closedTo = login.clientId();
      return {track, values, note: CLOSED};
    }
  };
}

const CLOSED =
  "Spotify’s audio features are closed to this application, as to all made since November 2024: " +
  "title and duration alone come from Spotify.";

/** Spotify answered, but not with what it was asked for. */
class Refused extends Error {
  readonly isClosed: boolean;

  constructor(refusal: Refusal, response: Response) {
    super(refusedWords(refusal, response));
    this.isClosed = refusal === "closed" || refusal === "forbidden";
  }
}

async function answerOf(login: SpotifyLogin, path: string): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await login.ask(path);
    text = await response.text();
  } catch (error) {
    if (error instanceof LoginProblem) throw error;
    const late = error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
    throw new Error(late ? "Spotify did not answer in time." : "Spotify could not be reached.", {cause: error});
  }
  if (!response.ok) throw new Refused(refusalOf(response.status, text), response);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error("Spotify’s answer could not be read.", {cause});
  }
}

function refusedWords(refusal: Refusal, {status, headers}: Response): string {
  const seconds = Number(headers.get("retry-after") ?? NaN);
  switch (refusal) {
    case "missing":
    case "badId":
      return "Spotify knows no track of this id.";
    case "rateLimit":
      return `Spotify is asked too much by this application. Try again ${seconds > 0 ? `in ${Math.ceil(seconds)} s` : "later"}.`;
    case "quota":
      return "What this application may ask of Spotify is used up.";
    case "closed":
    case "forbidden":
      return "Spotify does not answer this application: its owner has to name you as a user, and to have Premium.";
    default:
      return `Spotify could not answer (status ${status}).`;
  }
}

const withoutMissing = (values: FeatureValues): FeatureValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !Number.isNaN(value)));

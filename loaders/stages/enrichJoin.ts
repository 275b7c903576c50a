import {answerCode, type AnswerState} from "../../lib/enrich/answerStates.js";
import type {AskedBetween, Enriched} from "../../lib/enrich/Enriched.js";
import {ENRICHED_FIELDS} from "../../lib/enrich/enrichedFields.js";
import {readArtist} from "../../lib/spotify/readArtist.js";
import {readTrack} from "../../lib/spotify/readTrack.js";
import type {SpotifyArtist} from "../../lib/spotify/SpotifyArtist.js";
import type {SpotifyTrack} from "../../lib/spotify/SpotifyTrack.js";
import {trackIdOf} from "../../lib/spotify/trackIdOf.js";
import type {StoreRecord} from "../enrich/StoreRecord.js";
import type {Kind} from "../enrich/types.js";

/** What became of asking about one id. */
interface Asked<T> {
  readonly state: AnswerState;
  readonly value: T | null; // null unless answered
  readonly askedAt: string | null; // null where it was not asked
}

/**
 * Puts Spotify's answers beside a study's rows: a track's by the id in its uri, an artist's by the id of the first
 * artist the track names. Of two answers about one id the later in the store counts.
 *
 * @param uris one a row
 */
export function enrichJoin(records: readonly StoreRecord[], uris: readonly string[]): Enriched {
  const askTrack = answersOf(records, "tracks", readTrack);
  const askArtist = answersOf(records, "artists", readArtist);
  const columns = ENRICHED_FIELDS.map(() => new Float32Array(uris.length).fill(NaN));
  const state = {track: new Uint8Array(uris.length), artist: new Uint8Array(uris.length)};
  const days: string[] = [];
  const albumNumber = numbering();
  uris.forEach((uri, row) => {
    const id = trackIdOf(uri);
    const track = id === undefined ? nothing<SpotifyTrack>("noId") : askTrack(id);
    const artist = track.value ? artistOf(track.value, askArtist) : nothing<SpotifyArtist>(track.state);
    state.track[row] = answerCode(track.state);
    state.artist[row] = answerCode(artist.state);
    for (const {askedAt} of [track, artist]) if (askedAt !== null) days.push(askedAt.slice(0, "2026-01-01".length));
    const known = {...ofTrack(track.value, albumNumber), ...ofArtist(artist.value)};
    ENRICHED_FIELDS.forEach(({name}, j) => (columns[j][row] = known[name as keyof typeof known]));
  });
  const X = {names: ENRICHED_FIELDS.map(({name}) => name), columns, length: uris.length};
  return {X, ...state, asked: between(days)};
}

/** How each id was answered; what was not asked any more because its kind was found closed counts as closed. */
function answersOf<T>(
  records: readonly StoreRecord[],
  kind: Kind,
  read: (body: unknown) => T | null
): (id: string) => Asked<T> {
  const answers = records.filter((record) => "id" in record);
  const last = new Map(answers.flatMap((answer) => (answer.kind === kind ? [[answer.id, answer]] : [])));
  const closures = records.filter((record) => "endpoint" in record);
  const isClosed = closures.findLast(({endpoint}) => endpoint === kind)?.isClosed ?? false;
  return (id) => {
    const answer = last.get(id);
    if (!answer) return nothing(isClosed ? "closed" : "notAsked");
    const {status, body, askedAt} = answer;
    const value = status === 200 ? read(body) : null;
    return {state: value ? "answered" : stateOf(status, body), value, askedAt};
  };
}

/** Of an answer that holds nothing; a batch says null in place of what it does not find. */
function stateOf(status: number, body: unknown): AnswerState {
  if (status === 404 || (status === 200 && body === null)) return "notFound";
  return status === 403 ? "closed" : "unusable";
}

function artistOf({artists}: SpotifyTrack, ask: (id: string) => Asked<SpotifyArtist>): Asked<SpotifyArtist> {
  const id = artists.at(0)?.id;
  return id ? ask(id) : nothing("unusable");
}

const nothing = <T>(state: AnswerState): Asked<T> => ({state, value: null, askedAt: null});

function ofTrack(track: SpotifyTrack | null, albumNumber: (name: string) => number) {
  const album = track?.album?.id || track?.album?.name;
  return {
    release_year: Number(track?.album?.releaseDate?.slice(0, 4) ?? NaN),
    explicit: Number(track?.explicit ?? NaN),
    track_popularity: track?.popularity ?? NaN,
    album: album ? albumNumber(album) : NaN
  };
}

function ofArtist(artist: SpotifyArtist | null) {
  const {followers, genres, popularity} = artist ?? {followers: null, genres: [], popularity: null};
  return {
    artist_followers: Math.log10(Math.max(1, followers ?? NaN)),
    genres: genres.length > 0 ? genres.length : NaN,
    artist_popularity: popularity ?? NaN
  };
}

/** Numbers names as they come: 0, 1, .. */
function numbering(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  };
}

function between(days: readonly string[]): AskedBetween | null {
  if (days.length === 0) return null;
  const [first, last] = [days.reduce((a, b) => (a < b ? a : b)), days.reduce((a, b) => (a > b ? a : b))];
  return {first, last};
}

import * as z from "zod/mini";
import {isSpotifyId} from "./isSpotifyId.js";
import {idOrEmpty, listOrEmpty, orNull, percent, textOrEmpty} from "./lenient.js";
import type {DatePrecision, SpotifyAlbum, SpotifyTrack} from "./SpotifyTrack.js";

const Artist = z.object({id: idOrEmpty, name: textOrEmpty});

const Track = z.object({
  id: z.string().check(z.refine(isSpotifyId)),
  name: textOrEmpty,
  artists: listOrEmpty,
  duration_ms: orNull(z.number().check(z.minimum(1))),
  explicit: orNull(z.boolean()),
  popularity: orNull(percent),
  album: orNull(z.object({id: idOrEmpty, name: textOrEmpty, release_date: orNull(z.string())})),
  external_ids: orNull(z.object({isrc: orNull(z.string().check(z.minLength(1)))}))
});

const PRECISIONS: readonly (DatePrecision | undefined)[] = ["year", "month", "day"];

/**
 * Reads Spotify's answer about one track: fields may be missing, null or unknown to us.
 *
 * @param body parsed JSON of `GET /tracks/{id}`, or one entry of a batch
 * @returns null if it is no track: there is no usable id
 * @see https://developer.spotify.com/documentation/web-api/reference/get-track
 */
export function readTrack(body: unknown): SpotifyTrack | null {
  const {data} = Track.safeParse(body);
  if (!data) return null;
  return {
    id: data.id,
    title: data.name,
    artists: data.artists.flatMap((artist) => {
      const {data} = Artist.safeParse(artist);
      return data && (data.id || data.name) ? [data] : [];
    }),
    durationMs: data.duration_ms,
    explicit: data.explicit,
    popularity: data.popularity,
    album: data.album && readAlbum(data.album),
    isrc: data.external_ids?.isrc ?? null
  };
}

/** Spotify writes the date as far as it is known; "0000" is a year that is not. */
function readAlbum({id, name, release_date: date}: {id: string; name: string; release_date: string | null}) {
  const known = date !== null && /^(?!0000)\d{4}(-\d\d){0,2}$/.test(date);
  const releaseDatePrecision = known ? (PRECISIONS[date.split("-").length - 1] ?? null) : null;
  return {id, name, releaseDate: known ? date : null, releaseDatePrecision} satisfies SpotifyAlbum;
}

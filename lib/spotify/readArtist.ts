import * as z from "zod/mini";
import {isSpotifyId} from "./isSpotifyId.js";
import {listOrEmpty, orNull, percent, textOrEmpty} from "./lenient.js";
import type {SpotifyArtist} from "./SpotifyArtist.js";

const Artist = z.object({
  id: z.string().check(z.refine(isSpotifyId)),
  name: textOrEmpty,
  followers: orNull(z.object({total: orNull(z.int().check(z.minimum(0)))})),
  genres: listOrEmpty,
  popularity: orNull(percent)
});

/**
 * Reads Spotify's answer about one artist: fields may be missing, null or unknown to us.
 *
 * @param body parsed JSON of `GET /artists/{id}`, or one entry of a batch
 * @returns null if it is no artist: there is no usable id
 * @see https://developer.spotify.com/documentation/web-api/reference/get-an-artist
 */
export function readArtist(body: unknown): SpotifyArtist | null {
  const {data} = Artist.safeParse(body);
  if (!data) return null;
  const {id, name, popularity} = data;
  const genres = data.genres.filter((genre): genre is string => typeof genre === "string" && genre !== "");
  return {id, name, followers: data.followers?.total ?? null, genres, popularity};
}

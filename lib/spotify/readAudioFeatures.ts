import * as z from "zod/mini";
import {AUDIO_FEATURES, type Feature} from "../features/features.js";
import {isSpotifyId} from "./isSpotifyId.js";

/** What Spotify's audio features hold of the site's: all but what only its audio analysis told. */
export const SPOTIFY_FEATURES: readonly Feature[] = AUDIO_FEATURES.filter(
  ({name}) => name !== "chorus_hit" && name !== "sections"
);

/** A track's audio features by the site's names, each of `SPOTIFY_FEATURES`; NaN where absent or out of range. */
export type FeatureValues = Readonly<Record<string, number>>;

const WHOLE = new Set(["key", "mode", "time_signature"]);

const Answer = z.object({id: z.string().check(z.refine(isSpotifyId))});

/**
 * Reads Spotify's answer about one track's audio features: fields may be missing, null or unknown to us.
 *
 * @param body parsed JSON of `GET /audio-features/{id}`, or one entry of a batch
 * @returns null if there is no usable id
 * @see https://developer.spotify.com/documentation/web-api/reference/get-audio-features
 */
export function readAudioFeatures(body: unknown): {readonly id: string; readonly values: FeatureValues} | null {
  const {data} = Answer.safeParse(body);
  return data ? {id: data.id, values: readFeatureValues(body)} : null;
}

/** The values alone, of any object with fields of Spotify's names and scales; all NaN if it is none. */
export function readFeatureValues(body: unknown): FeatureValues {
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  return Object.fromEntries(SPOTIFY_FEATURES.map((feature) => [feature.name, usable(fields[feature.name], feature)]));
}

/** Spotify writes key -1 where it found none, and 0 for an unknown tempo or meter. */
function usable(value: unknown, {name, min, max, zeroIsMissing}: Feature): number {
  if (typeof value !== "number" || !(value >= min && value <= max)) return NaN;
  if (value === 0 && zeroIsMissing) return NaN;
  return WHOLE.has(name) && !Number.isInteger(value) ? NaN : value;
}

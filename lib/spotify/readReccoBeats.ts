import {readFeatureValues, type FeatureValues} from "./readAudioFeatures.js";

/**
 * Reads ReccoBeats' answer on audio features: a list in any order, in which unknown ids are absent; Spotify's id stands at
 * the end of `href`. Names and scales are Spotify's; meter and duration are not told.
 *
 * @param body parsed JSON
 * @returns by id, one entry a track that is known
 * @throws TypeError if it is no such list
 * @see https://reccobeats.com/docs/apis/get-audio-features
 */
export function readReccoBeats(body: unknown): Map<string, FeatureValues> {
  const content = isRecord(body) ? body.content : undefined;
  if (!Array.isArray(content)) throw new TypeError("readReccoBeats requires a list called content");
  const tracks = new Map<string, FeatureValues>();
  for (const entry of content as unknown[]) {
    const id = isRecord(entry) && typeof entry.href === "string" ? idAtEnd(entry.href) : undefined;
    if (id) tracks.set(id, readFeatureValues(entry));
  }
  return tracks;
}

const idAtEnd = (href: string) => /(?:^|[/:])([0-9A-Za-z]{22})\/?(?:[?#]|$)/.exec(href)?.[1];
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

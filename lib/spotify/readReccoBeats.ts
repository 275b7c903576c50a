import {AUDIO_FEATURES} from "../features/features.js";

/** What a service publishes of a track, by the feature's name; what it does not know is absent. */
export type PublishedFeatures = ReadonlyMap<string, number>;

/**
 * Reads ReccoBeats' answer on audio features: a list in any order, in which unknown ids are absent; Spotify's id stands at
 * the end of `href`. Values that are no numbers, or out of the feature's range, are taken for unknown.
 *
 * @param body parsed JSON
 * @returns one entry a track that is known
 * @throws TypeError if it is no such list
 * @see https://reccobeats.com/docs/apis/get-audio-features
 */
export function readReccoBeats(body: unknown): Map<string, PublishedFeatures> {
  const content = isRecord(body) ? body.content : undefined;
  if (!Array.isArray(content)) throw new TypeError("readReccoBeats requires a list called content");
  const tracks = new Map<string, PublishedFeatures>();
  for (const entry of content) {
    const [id] =
      (isRecord(entry) && typeof entry.href === "string" && /[0-9A-Za-z]{22}(?=\/?(?:[?#]|$))/.exec(entry.href)) || [];
    if (id) tracks.set(id, featuresOf(entry as Record<string, unknown>));
  }
  return tracks;
}

function featuresOf(entry: Record<string, unknown>): PublishedFeatures {
  const features = new Map<string, number>();
  for (const {name, min, max, zeroIsMissing} of AUDIO_FEATURES) {
    const value = entry[name];
    if (typeof value !== "number" || !(value >= min && value <= max) || (zeroIsMissing && value === 0)) continue;
    features.set(name, value);
  }
  return features;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

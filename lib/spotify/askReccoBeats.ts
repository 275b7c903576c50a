import type {Ask} from "./loginTypes.js";
import type {FeatureValues} from "./readAudioFeatures.js";
import {readReccoBeats} from "./readReccoBeats.js";

export const RECCO_BEATS_HOST = "api.reccobeats.com";

/**
 * Asks ReccoBeats for the features of one track.
 *
 * @param id Spotify's, 22 letters and digits
 * @param signal gives up: a dead source is not waited for
 * @returns null where it does not know the track
 * @throws Error with one line for a reader: it does not answer in time, cannot be reached, is asked too much, or answers
 *   with what is no such list
 */
export async function askReccoBeats(
  id: string,
  {ask, signal}: {ask: Ask; signal: AbortSignal}
): Promise<FeatureValues | null> {
  const address = `https://${RECCO_BEATS_HOST}/v1/audio-features?ids=${encodeURIComponent(id)}`;
  const response = await answerOf(() => ask(address, {signal, credentials: "omit", referrerPolicy: "no-referrer"}));
  if (response.status === 404) return null;
  if (response.status === 429) throw new Error("ReccoBeats is asked too much at the moment. Try again in a minute.");
  if (!response.ok) throw new Error(`ReccoBeats could not answer (status ${response.status}).`);
  const text = await answerOf(() => response.text());
  try {
    return readReccoBeats(JSON.parse(text)).get(id) ?? null;
  } catch (cause) {
    throw new Error("ReccoBeats answered with something that is no list of features.", {cause});
  }
}

async function answerOf<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const inTime = !(cause instanceof Error && (cause.name === "TimeoutError" || cause.name === "AbortError"));
    throw new Error(
      inTime
        ? "ReccoBeats could not be reached: it is down, or does not answer to pages like this one."
        : "ReccoBeats did not answer in time.",
      {cause}
    );
  }
}

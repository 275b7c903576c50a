import {isSpotifyId} from "../../lib/spotify/isSpotifyId.js";
import type {Answered} from "./askAll.js";

/**
 * Tells which entry of a batch's answer is about which id: the one that bears it, else the one at its place, for Spotify
 * answers in the order asked and may name a track by another id than it was asked for. Null at its place is a 404.
 *
 * @param ids as asked
 * @param entries the list of the answer, whatever it holds
 * @returns answers, and the ids that the list says nothing of
 */
export function splitBatch(
  ids: readonly string[],
  entries: readonly unknown[]
): {readonly answers: Answered[]; readonly left: string[]} {
  const asked = new Set(ids);
  const named = new Map<string, unknown>();
  for (const entry of entries) {
    const {id} = Object(entry) as {id?: unknown};
    if (isSpotifyId(id)) named.set(id, entry);
  }
  const answers: Answered[] = [];
  const left: string[] = [];
  ids.forEach((id, i) => {
    const entry = entries.length === ids.length ? entries[i] : undefined;
    const {id: other} = Object(entry) as {id?: unknown};
    if (named.has(id)) answers.push({id, status: 200, body: named.get(id)});
    else if (entry === null) answers.push({id, status: 404, body: null});
    else if (isSpotifyId(other) && !asked.has(other)) answers.push({id, status: 200, body: entry});
    else left.push(id);
  });
  return {answers, left};
}

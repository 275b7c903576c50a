import {trackIdOf} from "../../lib/spotify/trackIdOf.js";

/** Spotify's ids of a study's tracks, each once, in the study's order; and how many uris hold none. */
export function studyTrackIds(uris: Iterable<string>): {readonly ids: readonly string[]; readonly without: number} {
  const ids = new Set<string>();
  let without = 0;
  for (const uri of uris) {
    const id = trackIdOf(uri);
    if (id === undefined) without++;
    else ids.add(id);
  }
  return {ids: [...ids], without};
}

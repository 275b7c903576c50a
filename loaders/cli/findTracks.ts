import {locateTracks, type Located} from "../tracks/locateTracks.js";
import {ROOT} from "../root.js";

/** Locates the tracks and says on stderr which were taken; a download shows its progress there. */
export async function findTracks(_signal?: AbortSignal): Promise<Located> {
  const located = await locateTracks({env: process.env, root: ROOT});
  console.warn(`tracks: ${located.source}, ${located.files.length} files`);
  return located;
}

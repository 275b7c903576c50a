import {isSpotifyId} from "./isSpotifyId.js";

/**
 * Spotify's id of a study's track.
 *
 * @param uri as a study has it: `spotify:track:ID` or the id alone
 * @returns 22 letters and digits; undefined if there is none
 */
export function trackIdOf(uri: string): string | undefined {
  const id = uri.trim().replace(/^spotify:track:/, "");
  return isSpotifyId(id) ? id : undefined;
}

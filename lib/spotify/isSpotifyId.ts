const ID = /^[0-9A-Za-z]{22}$/;

/** Whether a value is text of the form of Spotify's ids: 22 letters and digits. */
export function isSpotifyId(value: unknown): value is string {
  return typeof value === "string" && ID.test(value);
}

/** What is usable of Spotify's answer about an artist. Text is hostile; what is absent or unusable is null. */
export interface SpotifyArtist {
  readonly id: string; // 22 characters
  readonly name: string; // "" if absent
  readonly followers: number | null; // on the day it was asked; not told to apps in development mode since February 2026
  readonly genres: readonly string[]; // often none
  readonly popularity: number | null; // 0 to 100; as followers
}

/** What is asked of Spotify, in the order it is asked: artists are known only from the tracks' answers. */
export const KINDS = ["tracks", "artists", "features"] as const;

export type Kind = (typeof KINDS)[number];

/** One answer as it came and was kept, also where it was a refusal. */
export interface StoredAnswer {
  readonly kind: Kind;
  readonly id: string; // Spotify's, 22 characters
  readonly status: number; // HTTP; 404: there is none, 403: closed for this app
  readonly body: unknown; // of one track, artist or set of features as Spotify writes it; null where there is none
  readonly askedAt: string; // ISO 8601
}

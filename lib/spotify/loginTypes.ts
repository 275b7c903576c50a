/** Asks a server, as `fetch` does: injected, so that no module here reaches a network by itself. */
export type Ask = (url: string, init?: RequestInit) => Promise<Response>;

/** A login under way, kept until the reader comes back; it is good for one return. */
export interface PendingLogin {
  readonly clientId: string; // of the reader's own application
  readonly redirectUri: string; // where Spotify sends the reader back to, as registered for it
  readonly verifier: string; // PKCE, secret
  readonly state: string; // what the return has to carry
}

/** What Spotify gave for a login. Secret: never shown, linked or saved. */
export interface SpotifyTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresAtMs: number; // since 1970, by the clock of this machine
}

/** What a login needs of the world outside. */
export interface LoginWorld {
  readonly ask: Ask;
  readonly now: () => number; // milliseconds since 1970
  readonly signal?: AbortSignal;
}

import type {Kind} from "../enrich/types.js";

/** Where one kind of thing is asked for. */
export interface Endpoint {
  readonly path: string; // `path/ID` for one, `path?ids=ID,ID` for many
  readonly list: string; // the name of the list in the answer about many
  readonly most: number; // ids in one call
}

/** @see https://developer.spotify.com/documentation/web-api/reference/get-several-tracks */
export const ENDPOINTS: Readonly<Record<Kind, Endpoint>> = {
  tracks: {path: "tracks", list: "tracks", most: 50},
  artists: {path: "artists", list: "artists", most: 50},
  features: {path: "audio-features", list: "audio_features", most: 100}
};

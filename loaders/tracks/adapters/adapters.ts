import {hitPredictor} from "./hitPredictor.js";
import {spotifyTracks} from "./spotifyTracks.js";
import {thirtyThousandSongs} from "./thirtyThousandSongs.js";
import type {Adapter} from "./types.js";

/** Every study whose CSV is known, the likeliest first. */
export const ADAPTERS: readonly Adapter[] = [hitPredictor, spotifyTracks, thirtyThousandSongs];

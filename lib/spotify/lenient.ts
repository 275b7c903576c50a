import * as z from "zod/mini";
import {isSpotifyId} from "./isSpotifyId.js";

/** A field that may be anything: what the schema takes, or null. */
export function orNull<T extends z.ZodMiniType>(schema: T) {
  return z.catch(z.nullable(schema), null);
}

/** Text, or "". */
export const textOrEmpty = z.catch(z.string(), "");

/** An id of Spotify's, or "". */
export const idOrEmpty = z.catch(z.string().check(z.refine(isSpotifyId)), "");

/** A list of anything, or none. */
export const listOrEmpty = z.catch(z.array(z.unknown()), []);

/** A whole number from 0 to 100. */
export const percent = z.int().check(z.minimum(0), z.maximum(100));

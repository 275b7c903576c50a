import {foldText} from "../search/foldText.js";
import {firstArtist} from "./firstArtist.js";
import {BRACKETS, FEATURED} from "./titleParts.js";

/** A song's name as two lists of songs are joined by. */
export interface SongKeys {
  readonly whole: string; // title without who is featured, and artist
  readonly bare: string; // the same without what is added to the title; as `whole` where nothing is
}

const SUFFIX = /\s+[-–—]\s+.*$/; // "Help! - Remastered 2009"

/**
 * Keys to find a song by title and artist in another list: first by `whole`, then by `bare`.
 *
 * Case, accents, punctuation and white space do not count, "&" is "and", and of the artist the first named counts (see
 * firstArtist). The bare title goes without brackets and without what follows a dash between spaces; a title that is
 * nothing else keeps them.
 */
export function songKeys(title: string, artist: string): SongKeys {
  const by = firstArtist(artist);
  const key = (text: string) => `${words(text)}\n${by}`;
  const named = title.replace(FEATURED, "").trim() || title;
  const stripped = named.replace(BRACKETS, " ").replace(SUFFIX, "");
  return {whole: key(named), bare: key(words(stripped) === "" ? named : stripped)};
}

const words = (text: string) => foldText(text.replaceAll("&", " and "));

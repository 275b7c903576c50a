import {foldText} from "../search/foldText.js";
import {BRACKETS, FEATURED} from "./titleParts.js";

const TOGETHER = /\s*(?:,|;|\/|\+|&|\sx\s|\sand\s|\sduet\s|\sintroducing\s|\svs\.?\s|\sor\s).*$/i;

/**
 * The first-named artist of several, as lists of songs are joined by: up to "featuring", "with", "and", "&", a comma.
 *
 * Case, accents, punctuation and a leading "the" do not count.
 */
export function firstArtist(artist: string): string {
  const first = artist.replace(FEATURED, "").replace(BRACKETS, " ").replace(TOGETHER, "");
  return foldText(first.trim() || artist).replace(/^the (?=.)/, "");
}

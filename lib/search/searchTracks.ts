import type {SearchIndex} from "../wire/TracksData.js";
import {foldText, foldTexts} from "./foldText.js";

const MOST_CHARACTERS = 200; // of a query; what follows is not looked at
const MOST_WORDS = 12;
const LONGEST = 1 << 10; // longer titles rank alike
const MOST_TRACKS = 1 << 24;

/** Tracks found, the best first. */
export interface FoundTracks {
  readonly tracks: readonly number[]; // places in the search index
  readonly found: number; // how many match in all
}

export type Search = (query: string, limit: number) => FoundTracks;

/**
 * Prepares a search by title and artist that ignores case and accents. Every word of a query must be found in the title
 * or the artist, in any order. First come titles that are the query, then songs of the artist who is (with or without an article), titles that begin
 * with it, titles in which every word begins one, titles and artists in which every word does, and the rest; among
 * equals the shorter title, then the track that comes first.
 */
export function prepareSearch({titles, artists, artistOf}: SearchIndex): Search {
  const title = folded(titles);
  const artist = folded(artists);

  return (query, limit) => {
    const phrase = foldText(query.slice(0, MOST_CHARACTERS));
    const words = phrase.split(" ").filter(Boolean).slice(0, MOST_WORDS);
    if (words.length === 0) return {tracks: [], found: 0};
    const inTitle = words.map((word) => fitsOf(title, word));
    const byArtist = words.map((word) => fitsOf(artist, word));
    const keys: number[] = []; // of the best so far, ascending
    let found = 0;

    for (let track = 0; track < titles.length; track++) {
      let titleFit = 2;
      let fit = 2;
      for (let w = 0; w < words.length && fit > 0; w++) {
        const own = inTitle[w][track];
        titleFit = Math.min(titleFit, own);
        fit = Math.min(fit, Math.max(own, byArtist[w][artistOf[track]]));
      }
      if (fit === 0) continue;
      found++;
      const length = Math.min(lengthOf(title, track), LONGEST - 1);
      insert(keys, (tierOf(track, titleFit, fit) * LONGEST + length) * MOST_TRACKS + track, limit);
    }
    return {tracks: keys.map((key) => key % MOST_TRACKS), found};

    /** How good a match is; 0 is the best. */
    function tierOf(track: number, titleFit: number, fit: number): number {
      if (isLine(title, track, phrase)) return 0;
      if (isLine(artist, artistOf[track], phrase) || isLine(artist, artistOf[track], `the ${phrase}`)) return 1;
      if (titleFit === 2) return title.text.startsWith(phrase, title.starts[track] + 1) ? 2 : 3;
      return fit === 2 ? 4 : 5;
    }
  };
}

/** Folded texts in one, which is searched faster than many: each after a space, so that all words follow one. */
interface Folded {
  readonly text: string;
  readonly starts: Int32Array; // where each text's space is; and the end
}

function folded(texts: readonly string[]): Folded {
  const lines = foldTexts(texts);
  const starts = new Int32Array(lines.length + 1);
  lines.forEach((line, i) => (starts[i + 1] = starts[i] + line.length + 2));
  return {text: lines.map((line) => ` ${line}\n`).join(""), starts};
}

const lengthOf = ({starts}: Folded, i: number) => starts[i + 1] - starts[i] - 2;

function isLine(texts: Folded, i: number, text: string): boolean {
  return lengthOf(texts, i) === text.length && texts.text.startsWith(text, texts.starts[i] + 1);
}

/** How a word fits each text: 0 not at all, 1 inside a word, 2 at the beginning of one. */
function fitsOf({text, starts}: Folded, word: string): Uint8Array {
  const fits = new Uint8Array(starts.length - 1);
  let line = 0;
  for (let at = text.indexOf(word); at >= 0;) {
    while (starts[line + 1] <= at) line++;
    const begins = text[at - 1] === " ";
    fits[line] = begins ? 2 : 1;
    at = text.indexOf(word, begins ? starts[line + 1] : at + 1);
  }
  return fits;
}

/** Keeps the `limit` least keys, ascending. */
function insert(keys: number[], key: number, limit: number): void {
  if (keys.length === limit && !(key < keys[limit - 1])) return;
  let place = Math.min(keys.length, limit - 1);
  for (; place > 0 && keys[place - 1] > key; place--) keys[place] = keys[place - 1];
  keys[place] = key;
}

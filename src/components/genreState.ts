import type {GenreResult, GenresData} from "../lib/wire/GenresData.js";
import {isExamined} from "../lib/wire/genreWords.js";
import {oneOf, pageState, type PageState} from "./pageState.js";

/** Which genres the ranking shows. */
export const SHOWN = ["ends", "unclear", "all"] as const;

/** What a reader chooses on the page of genres. */
export interface GenreChoice {
  genre: string; // hostile text
  show: (typeof SHOWN)[number];
}

export type GenreState = PageState<GenreChoice>;

/** The state of the page of genres: at first the genre whose hits are told best. */
export function genreState({genres}: Pick<GenresData, "genres">): GenreState {
  const names = genres.map(({name}) => name);
  const start = genres.find(isExamined)?.name ?? names[0] ?? "";
  return pageState<GenreChoice>({genre: oneOf(names, start), show: oneOf(SHOWN, "ends")});
}

/** The genre chosen. */
export const chosenGenre = (genres: readonly GenreResult[], {now}: GenreState) =>
  genres.find(({name}) => name === now.genre)!;

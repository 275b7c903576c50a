import type {Knowing, OutsideValue} from "./OutsideSong.js";

/** What each tag means, in a sentence; in the order in which a summary lists them. */
export const KNOWING_WORDS: Readonly<Record<Knowing, string>> = {
  published: "As the source gives it.",
  measured: "Measured on the sound of the file.",
  estimated: "Guessed by a model from what was measured and asked: it may be well off.",
  asked: "As you said; an answer stands for the middle of the tracks of which the same would be said.",
  assumed: "Not known: the middle of the study stands in; for the decade, its last.",
  missing: "Not known: the model is told nothing."
};

/** How much of a song is known, and how: "6 measured, 4 estimated, 2 asked, 4 assumed". */
export function knowingSummary(values: readonly Pick<OutsideValue, "knowing">[]): string {
  const counted = (Object.keys(KNOWING_WORDS) as Knowing[]).map((tag) => {
    return [values.filter(({knowing}) => knowing === tag).length, tag] as const;
  });
  return counted
    .filter(([count]) => count > 0)
    .map(([count, tag]) => `${count} ${tag}`)
    .join(", ");
}

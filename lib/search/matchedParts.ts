import {foldLetters, foldText} from "./foldText.js";

/** A stretch of a text, and whether a search found it. */
export interface TextPart {
  readonly text: string;
  readonly matched: boolean;
}

/**
 * Takes a text apart where the words of a query were found in it, at the beginning of a word if they are at any.
 *
 * @returns parts that add up to the text
 */
export function matchedParts(text: string, query: string): TextPart[] {
  const points = [...text];
  let folded = " ";
  const from = [-1]; // one a unit of the folded text: the code point it comes from
  points.forEach((point, i) => {
    const letters = foldLetters(point);
    folded += letters;
    for (let n = 0; n < letters.length; n++) from.push(i);
  });
  const matched = points.map(() => false);
  for (const word of foldText(query).split(" ").filter(Boolean)) {
    const begins = folded.indexOf(` ${word}`);
    const at = begins < 0 ? folded.indexOf(word) : begins + 1;
    if (at < 0) continue;
    matched.fill(true, from[at], from[at + word.length - 1] + 1);
  }
  const parts: {text: string; matched: boolean}[] = [];
  points.forEach((point, i) => {
    const last = parts.at(-1);
    if (last?.matched === matched[i]) last.text += point;
    else parts.push({text: point, matched: matched[i]});
  });
  return parts;
}

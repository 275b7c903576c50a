/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ς: "σ"
};

const ACCENTS = /[\u0300-\u036f]/g;
const UNFOLDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const SILENT = /['’‘´`ʼ.\u00ad\u200b-\u200f\u2060\ufeff]/g; // "don't" is typed "dont", "R.E.M." is typed "rem"
const PLAIN_SIGN = /[^a-z0-9\n\u0080-\uffff]/g;
const BEYOND_ASCII = /[\u0080-\uffff]+/g; // few; the class below is slow
const NO_LETTER = /[^\p{L}\p{M}\p{N}]/gu;

/**
 * Letters as a search compares them: lower case, without accents, every sign but letters, numbers and line ends a space.
 * It gives the same for a text as for its code points one by one.
 */
export function foldLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .toLowerCase()
    .replace(UNFOLDED, (letter) => LETTERS[letter])
    .replace(SILENT, "")
    .replace(PLAIN_SIGN, " ")
    .replace(BEYOND_ASCII, (letters) => letters.replace(NO_LETTER, " "));
}

/**
 * Texts as a search compares them: their words in lower case without accents or punctuation, one space between them.
 * They are folded as one text, which is faster.
 *
 * A text of nothing but signs ("!!!") stays as it is: a band may be called that.
 */
export function foldTexts(texts: readonly string[]): string[] {
  const lines = texts.map((text) => text.replaceAll("\n", " "));
  const folded = foldLetters(lines.join("\n")).replace(/ {2,}/g, " ").split("\n");
  return lines.map((line, i) => folded[i].trim() || line.trim());
}

export const foldText = (text: string): string => foldTexts([text])[0];

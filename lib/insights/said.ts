import type {Cited, Said} from "../wire/InsightsData.js";

/**
 * Prose as a template: text, words, numbers by reference, other prose. No digit gets in but through the ledger.
 *
 * said`Of the hits, ${share} have ${name}.`
 *
 * @throws RangeError if the text or a word holds a digit
 */
export function said(texts: TemplateStringsArray, ...values: readonly (string | Cited | Said)[]): Said {
  const parts: (string | Cited)[] = [];
  const add = (part: string | Cited) => {
    if (typeof part !== "string") parts.push(part);
    else if (/\p{N}/u.test(part)) throw new RangeError(`said requires text without digits; got "${part}"`);
    else if (typeof parts.at(-1) === "string") parts[parts.length - 1] += part;
    else if (part !== "") parts.push(part);
  };
  texts.forEach((text, i) => {
    add(text);
    const value = i < values.length ? values[i] : "";
    for (const part of Array.isArray(value) ? (value as Said) : [value as string | Cited]) add(part);
  });
  return parts;
}

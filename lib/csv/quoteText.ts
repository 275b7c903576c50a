/**
 * Quotes text of unknown origin for an error message: one line, no control character, so that a hostile cell cannot
 * move a terminal's cursor; past `maxLength` it ends in an ellipsis.
 *
 * @param maxLength characters kept, 1 or more
 */
export function quoteText(text: string, maxLength = 40): string {
  const kept = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return JSON.stringify(kept).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

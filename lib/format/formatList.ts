/** Names as a sentence lists them: "a", "a and b", "a, b and c". */
export function formatList(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

/** The site's own fonts: served from its own origin, taken from the packages in the lockfile. */
export const FONTS = [
  {
    family: "Newsreader Variable",
    path: "/fonts/newsreader.woff2",
    file: "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
    weights: "200 800"
  },
  {
    family: "Public Sans Variable",
    path: "/fonts/public-sans.woff2",
    file: "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2",
    weights: "100 900"
  }
] as const;

const LATIN =
  "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F";
const SIGNS = "U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD";

/** The `@font-face` rules, for the head of every page. The preview serves a site's files below /_file. */
export function fontFaces(): string {
  return FONTS.map(
    ({family, path, weights}) =>
      `@font-face{font-family:"${family}";font-weight:${weights};` +
      `src:url(".${path}") format("woff2"),url("./_file${path}") format("woff2");` +
      `font-display:swap;unicode-range:${LATIN}, ${SIGNS}}`
  ).join("");
}

import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {prepareSearch} from "../../../lib/search/searchTracks.js";

/** A search over "title / artist" lines that answers with titles. */
function searchOver(lines: readonly string[]) {
  const songs = lines.map((line) => line.split(" / "));
  const artists = [...new Set(songs.map(([, artist]) => artist))];
  const titles = songs.map(([title]) => title);
  const search = prepareSearch({titles, artists, artistOf: songs.map(([, artist]) => artists.indexOf(artist))});
  return {
    titles: (query: string, limit = 10) => search(query, limit).tracks.map((track) => titles[track]),
    search
  };
}

describe("prepareSearch(index)(query, limit)", () => {
  const {titles, search} = searchOver([
    "Glove Story / Nobody", // 0: inside a word
    "Endless Love / Nobody", // 1: begins a word of the title
    "Love Me Tender / Elvis Presley", // 2: begins the title
    "Love Me Do / The Beatles", // 3: the same, shorter
    "Alone Again Or / Love", // 4: the artist is called that
    "Love / John Coltrane", // 5: is the title
    "Something / Lovers", // 6: begins a word of the artist
    "Loves / Nobody", // 7: begins the title, and is the shortest
    "Love / The Beatles" // 8: is the title, comes later
  ]);

  it("ranks titles before parts of titles, and a whole artist before both", () => {
    assert.deepEqual(search("love", 9), {tracks: [5, 8, 4, 7, 3, 2, 1, 6, 0], found: 9});
  });

  it("prefers the beginning of a word to what comes before it inside another", () => {
    assert.deepEqual(searchOver(["Glovely / A", "Glove and Love / B"]).titles("love"), ["Glove and Love", "Glovely"]);
  });

  it("finds every word in the title or the artist, in any order", () => {
    assert.deepEqual(titles("beatles do"), ["Love Me Do"]);
    assert.deepEqual(titles("do lov"), ["Love Me Do"]);
    assert.deepEqual(titles("love nothing"), []);
    assert.deepEqual(titles("eatle"), ["Love", "Love Me Do"]);
  });

  it("knows a band without its article", () => {
    assert.deepEqual(titles("Beatles"), ["Love", "Love Me Do"]);
    const found = searchOver(["Beatles Forever / Fans", "Help / The Beatles"]).titles("beatles");
    assert.deepEqual(found, ["Help", "Beatles Forever"]);
  });

  it("returns the best where more match than are wanted, and how many do", () => {
    assert.deepEqual(search("love", 2), {tracks: [5, 8], found: 9});
    assert.deepEqual(search("zzz", 2), {tracks: [], found: 0});
  });

  it("ignores case, accents, punctuation and apostrophes", () => {
    const {titles} = searchOver([
      "Smokin' in the Boys Room / Mötley Crüe",
      "Don’t Stop / Røyksopp & Łona",
      "İstanbul / ABBA",
      "Straße / AC/DC",
      "\u0410\u0445\u043c\u0430\u0442\u043e\u0432\u0430 / Ёлка",
      "東京 / 椎名林檎",
      "한국 / 방탄소년단",
      "Losing My Religion / R.E.M.",
      "Ά\u03bb\u03c6\u03b1\u03c2 / Σ",
      "Ｆｕｌｌ / ﬁne"
    ]);
    for (const query of ["SMOKIN BOYS", "motley crue", "Mo\u0308tley", "smokin’"])
      assert.equal(titles(query)[0], "Smokin' in the Boys Room", query);
    for (const query of ["dont stop", "don't", "royksopp lona"]) assert.equal(titles(query)[0], "Don’t Stop", query);
    const expected = {
      istanbul: "İstanbul",
      "ISTANBUL abba": "İstanbul",
      strasse: "Straße",
      "ac dc": "Straße",
      ахматова: "Ахматова",
      елка: "Ахматова",
      東: "東京",
      林檎: "東京",
      한국: "한국",
      "rem losing": "Losing My Religion",
      "R.E.M": "Losing My Religion",
      ΑΛΦΑΣ: "Άλφας",
      αλφασ: "Άλφας",
      "full fine": "Ｆｕｌｌ"
    };
    for (const [query, title] of Object.entries(expected)) assert.equal(titles(query)[0], title, query);
  });

  it("finds names that are nothing but signs, and survives line ends in names", () => {
    const {titles} = searchOver(["!!! / +/-", "Two\nLines / ???", "Last / Of\r\nAll"]);
    assert.deepEqual(titles("!!!"), ["!!!"]);
    assert.deepEqual(titles("two lines"), ["Two\nLines"]);
    assert.deepEqual(titles("???"), ["Two\nLines"]);
    assert.deepEqual(titles("last of all"), ["Last"]);
  });

  it("finds nothing for nothing, and takes long queries and empty studies", () => {
    assert.deepEqual(search("  \n", 5), {tracks: [], found: 0});
    assert.deepEqual(search("love ".repeat(1e5), 1), {tracks: [5], found: 9});
    assert.deepEqual(prepareSearch({titles: [], artists: [], artistOf: []})("love", 5), {tracks: [], found: 0});
  });
});

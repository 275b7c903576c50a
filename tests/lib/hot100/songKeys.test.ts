import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {firstArtist} from "../../../lib/hot100/firstArtist.js";
import {joinHot100, type ChartSong} from "../../../lib/hot100/joinHot100.js";
import {songKeys} from "../../../lib/hot100/songKeys.js";

describe("songKeys(title, artist)", () => {
  const SAME: readonly (readonly [what: string, one: [string, string], other: [string, string]])[] = [
    ["case and space", ["Hey  Jude", "The Beatles"], ["HEY JUDE", "the beatles "]],
    ["accents and letters", ["Déjà Vu", "Beyoncé"], ["Deja Vu", "Beyonce"]],
    ["apostrophes and dots", ["Don’t Stop", "R.E.M."], ["Dont Stop", "REM"]],
    ["& and and", ["Rock & Roll", "Hall & Oates"], ["Rock And Roll", "Hall And Oates"]],
    ["a leading the of the artist", ["Louie Louie", "The Kingsmen"], ["Louie Louie", "Kingsmen"]],
    ["featured in the artist", ["Joy", "The Ovations (Featuring Louis Williams)"], ["Joy", "The Ovations"]],
    ["featured in the title", ["Get Low featuring Ying Yang Twins", "Lil Jon"], ["Get Low", "Lil Jon & The East Side Boyz"]],
    ["feat. in brackets", ["Stay (feat. Mikky Ekko)", "Rihanna"], ["Stay", "Rihanna Featuring Mikky Ekko"]],
    ["several artists", ["Stay", "Zedd, Alessia Cara"], ["Stay", "Zedd & Alessia Cara"]],
    ["semicolons", ["Unholy", "Sam Smith;Kim Petras"], ["Unholy", "Sam Smith & Kim Petras"]]
  ]; // prettier-ignore

  it.each(SAME)("gives the same whole key: %s", (_, one, other) => {
    assert.equal(songKeys(...one).whole, songKeys(...other).whole);
  });

  it.each([
    ["a remaster", "Help! - Remastered 2009", "Help!"],
    ["a version in brackets", "Crystal Blue Persuasion (45 Version)", "Crystal Blue Persuasion"],
    ["square brackets", "Angie [Live]", "Angie"],
    ["a part", "Fingertips (Pt 2)", "Fingertips"]
  ])("gives another whole key but the same bare one: %s", (_, long, short) => {
    const [one, other] = [songKeys(long, "X"), songKeys(short, "X")];
    assert.notEqual(one.whole, other.whole);
    assert.equal(one.bare, other.bare);
    assert.equal(other.bare, other.whole);
  });

  it.each([
    ["another artist", ["Stay", "Rihanna"], ["Stay", "Zedd"]],
    ["another title", ["1-2-3", "Len Barry"], ["1-2", "Len Barry"]],
    ["a title within", ["Without You", "Nilsson"], ["Without", "Nilsson"]]
  ] as const)("keeps apart: %s", (_, one, other) => {
    assert.notEqual(songKeys(one[0], one[1]).bare, songKeys(other[0], other[1]).bare);
  });

  it("keeps a title that is nothing but brackets or signs, and never an empty one", () => {
    for (const title of ["(Intro)", "!!!", "[ ]", "(I) - (II)"]) {
      assert.notEqual(songKeys(title, "X").bare, "\nx", title);
    }
    assert.equal(songKeys("(Intro)", "X").bare, "intro\nx");
  });
});

it("firstArtist(artist) is the first named, and a name that only begins like a joining word is whole", () => {
  const cases: [string, string][] = [
    ["Simon And Garfunkel", "simon"],
    ["Earth, Wind & Fire", "earth"],
    ["AC/DC", "ac"],
    ["The The", "the"],
    ["Andy Williams", "andy williams"],
    ["The xx", "xx"],
    ["With Confidence", "with confidence"],
    ["Sia (Duet With X)", "sia"],
    ["!!!", "!!!"],
    ["", ""]
  ];
  for (const [artist, expected] of cases) assert.equal(firstArtist(artist), expected, artist);
});

describe("joinHot100(tracks, songs)", () => {
  const song = (title: string, artist: string, firstYear: number, peak: number, weeks = 9): ChartSong => ({
    title,
    artist,
    firstYear,
    lastYear: firstYear + (weeks > 20 ? 1 : 0),
    weeks,
    peak
  });
  const track = (title: string, artist: string, decade: number) => ({title, artist, decade});

  it("takes the song of the track's decade, of several the one with the best peak", () => {
    const songs = [song("Stay", "A", 1961, 3), song("Stay", "A", 1978, 40), song("Stay", "A", 1979, 20)];
    const peaks = (decade: number) => joinHot100([track("stay", "a", decade)], songs)[0];
    assert.deepEqual([peaks(1960)!.song.peak, peaks(1960)!.inDecade, peaks(1960)!.among], [3, true, 3]);
    assert.equal(peaks(1970)!.song.peak, 20);
    assert.deepEqual([peaks(1990)!.song.peak, peaks(1990)!.inDecade], [20, false]); // the nearest in time
    assert.deepEqual([peaks(NaN)!.song.peak, peaks(NaN)!.inDecade], [3, true]);
  });

  it("counts a song for both decades that it was on the chart in", () => {
    const songs = [song("Stay", "A", 1979, 3, 25)];
    for (const decade of [1970, 1980]) assert.equal(joinHot100([track("Stay", "A", decade)], songs)[0]!.inDecade, true);
    assert.equal(joinHot100([track("Stay", "A", 1990)], songs)[0]!.inDecade, false);
  });

  it("prefers the whole title to the bare one, and finds nothing rather than something else", () => {
    const songs = [song("Angie", "A", 1973, 1), song("Angie (Live)", "A", 1973, 90)];
    const found = ["Angie (Live)", "Angie (Demo)", "Angela"].map((title) => joinHot100([track(title, "A", 1970)], songs)[0]); // prettier-ignore
    assert.deepEqual(found.map((match) => match?.song.peak ?? null), [90, 1, null]); // prettier-ignore
    assert.deepEqual(joinHot100([], songs), []);
    assert.deepEqual(joinHot100([track("Angie", "A", 1970)], []), [null]);
  });
});

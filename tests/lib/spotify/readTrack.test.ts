import assert from "node:assert/strict";
import fc from "fast-check";
import {it} from "vitest";
import {readTrack} from "../../../lib/spotify/readTrack.js";

const id = "11dFghVXANMlKmJXsNCbNl";
const artist = "6sFIWsNpZYqfjUpaCgueju";
const album = {
  id: "0tGPJ0bkWOUmH7MEOR77qc",
  name: "Cut To The Feeling",
  release_date: "2017-05-26",
  release_date_precision: "day"
};

/** As Spotify's reference shows it, shortened. */
const whole = {
  album: {...album, album_type: "single", total_tracks: 1, images: []},
  artists: [{id: artist, name: "Carly Rae Jepsen", type: "artist"}],
  available_markets: ["AD"],
  duration_ms: 207959,
  explicit: false,
  external_ids: {isrc: "USUM71703861"},
  id,
  name: "Cut To The Feeling",
  popularity: 63,
  type: "track"
};

it("readTrack(body) reads a track as Spotify documents it, and ignores what it does not know", () => {
  assert.deepEqual(readTrack({...whole, invented: {later: true}}), {
    id,
    title: "Cut To The Feeling",
    artists: [{id: artist, name: "Carly Rae Jepsen"}],
    durationMs: 207959,
    explicit: false,
    popularity: 63,
    album: {
      id: album.id,
      name: "Cut To The Feeling",
      releaseDate: "2017-05-26",
      releaseDatePrecision: "day"
    },
    isrc: "USUM71703861"
  });
});

it("readTrack(body) survives the absence of all but the id", () => {
  const bare = {
    id,
    title: "",
    artists: [],
    durationMs: null,
    explicit: null,
    popularity: null,
    album: null,
    isrc: null
  };
  assert.deepEqual(readTrack({id}), bare);
  const nulls = Object.fromEntries(Object.keys(whole).map((name) => [name, null]));
  assert.deepEqual(readTrack({...nulls, id}), bare);
  const others = Object.fromEntries(Object.keys(whole).map((name) => [name, Symbol(name)]));
  assert.deepEqual(readTrack({...others, id}), bare);
});

it("readTrack(body) takes no value for what it cannot be", () => {
  const track = readTrack({...whole, popularity: 101, duration_ms: 0, external_ids: {isrc: ""}, explicit: "false"});
  assert.deepEqual([track?.popularity, track?.durationMs, track?.isrc, track?.explicit], [null, null, null, null]);
  assert.equal(readTrack({...whole, popularity: 0})?.popularity, 0);
});

it("readTrack(body) keeps artists that have a name or an id", () => {
  const artists = [null, {}, {name: "A"}, {id: "short", name: "B"}, {id: artist}, "C"];
  assert.deepEqual(readTrack({id, artists})?.artists, [
    {id: "", name: "A"},
    {id: "", name: "B"},
    {id: artist, name: ""}
  ]);
});

it.each([
  ["2017", "2017", "year"],
  ["1999-12", "1999-12", "month"],
  ["1999-12-31", "1999-12-31", "day"],
  ["0000", null, null],
  ["0000-00-00", null, null],
  ["May 1999", null, null],
  [1999, null, null],
  [null, null, null]
])("readTrack(body) reads the release date %j", (release_date, releaseDate, releaseDatePrecision) => {
  const read = readTrack({id, album: {...album, release_date, release_date_precision: "never"}})?.album;
  assert.deepEqual([read?.releaseDate, read?.releaseDatePrecision], [releaseDate, releaseDatePrecision]);
});

it("readTrack(body) is null without a usable id, whatever comes", () => {
  for (const body of [null, undefined, "", 5, [], {}, {id: null}, {id: "short"}, {...whole, id: `${id}/`}]) {
    assert.equal(readTrack(body), null);
  }
  fc.assert(fc.property(fc.anything(), (body) => readTrack(body) === null));
});

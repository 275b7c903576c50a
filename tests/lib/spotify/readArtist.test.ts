import assert from "node:assert/strict";
import {it} from "vitest";
import {readArtist} from "../../../lib/spotify/readArtist.js";

const id = "0TnOYISbd1XYRBk9myaseg";

it("readArtist(body) reads an artist as Spotify documents it", () => {
  const body = {
    followers: {href: null, total: 11306285},
    genres: ["dance pop", "miami hip hop"],
    id,
    images: [],
    name: "Pitbull",
    popularity: 82,
    type: "artist"
  };
  const read = {id, name: "Pitbull", followers: 11306285, genres: ["dance pop", "miami hip hop"], popularity: 82};
  assert.deepEqual(readArtist(body), read);
});

it("readArtist(body) survives what apps in development mode no longer get, and what is unusable", () => {
  const bare = {id, name: "", followers: null, genres: [], popularity: null};
  assert.deepEqual(readArtist({id}), bare);
  assert.deepEqual(readArtist({id, name: null, followers: null, genres: null, popularity: null}), bare);
  assert.deepEqual(readArtist({id, name: 1, followers: {total: -1}, genres: "pop", popularity: 1.5}), bare);
  assert.deepEqual(readArtist({id, followers: {}, genres: [null, "pop", ""]}), {...bare, genres: ["pop"]});
});

it("readArtist(body) is null without a usable id", () => {
  for (const body of [null, undefined, "", [], {}, {id: 7}, {id: "short"}]) assert.equal(readArtist(body), null);
});

import assert from "node:assert/strict";
import {it} from "vitest";
import {trackIdOf} from "../../../lib/spotify/trackIdOf.js";

const id = "4GiXBCUF7H6YfNQsnBRIzl";

it("trackIdOf(uri) reads a uri and a bare id", () => {
  for (const uri of [`spotify:track:${id}`, id, ` ${id}\n`]) assert.equal(trackIdOf(uri), id);
});

it("trackIdOf(uri) is undefined where there is no track's id", () => {
  for (const uri of [
    "",
    "demo:1",
    `spotify:album:${id}`,
    `${id}x`,
    id.slice(1),
    `spotify:track:${id}?si=1`,
    "ü".repeat(22)
  ]) {
    assert.equal(trackIdOf(uri), undefined);
  }
});

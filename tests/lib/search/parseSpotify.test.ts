import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {parseSpotify} from "../../../lib/search/parseSpotify.js";

const ID = "4uLU6hMCjMI75M1A2tKUQC";
const OTHER = "0VjIjW4GlUZAMYd2vXMi3b";

describe("parseSpotify(text)", () => {
  it("knows every form of a link to a track", () => {
    const forms = [
      `https://open.spotify.com/track/${ID}`,
      `http://open.spotify.com/track/${ID}/`,
      `HTTPS://OPEN.SPOTIFY.COM/track/${ID}`,
      `https://open.spotify.com/track/${ID}?si=0123456789abcdef`,
      `https://open.spotify.com/track/${ID}#0:42`,
      `https://open.spotify.com/intl-de/track/${ID}?si=abc&nd=1`,
      `https://open.spotify.com/intl-pt/track/${ID}`,
      `https://open.spotify.com/embed/track/${ID}?utm_source=generator`,
      `https://open.spotify.com/album/2ANVost0y2y52ema1E9xAZ?highlight=spotify:track:${ID}`,
      `https://play.spotify.com/track/${ID}`,
      `open.spotify.com/track/${ID}`,
      `spotify:track:${ID}`,
      `spotify://track/${ID}`,
      `Spotify:track:${ID}?si=1`,
      ID,
      `  ${ID}\n`,
      `<iframe src="https://open.spotify.com/embed/track/${ID}?utm_source=generator" width="100%"></iframe>`,
      `<a href='https://open.spotify.com/track/${ID}'>`,
      `Listen to this: https://open.spotify.com/track/${ID}. Great!`,
      `[song](https://open.spotify.com/track/${ID})`,
      `“Song” by Artist\nhttps://open.spotify.com/track/${ID}?si=x`
    ];
    for (const form of forms) assert.deepEqual(parseSpotify(form), {kind: "track", id: ID, others: 0}, form);
  });

  it("takes the first track of several links and tells of the others", () => {
    const first = `spotify:track:${ID} https://open.spotify.com/track/${OTHER}`;
    assert.deepEqual(parseSpotify(first), {kind: "track", id: ID, others: 1});
    const second = `https://open.spotify.com/album/${OTHER} and https://youtu.be/x then spotify:track:${ID}`;
    assert.deepEqual(parseSpotify(second), {kind: "track", id: ID, others: 2});
  });

  it("names what else a link of Spotify's leads to", () => {
    const things = {
      [`https://open.spotify.com/album/${ID}`]: "album",
      [`https://open.spotify.com/intl-fr/artist/${ID}?si=1`]: "artist",
      [`https://open.spotify.com/user/me/playlist/${ID}`]: "playlist",
      [`spotify:user:me:playlist:${ID}`]: "playlist",
      [`spotify:episode:${ID}`]: "episode",
      [`https://open.spotify.com/show/${ID}`]: "show",
      "https://open.spotify.com/user/me": "user",
      "https://open.spotify.com/search/love": "page",
      "https://www.spotify.com/premium/": "page",
      "https://developer.spotify.com/documentation": "page"
    };
    for (const [link, what] of Object.entries(things))
      assert.deepEqual(parseSpotify(link), {kind: "other", what}, link);
  });

  it("knows short links, links to other sites and ids that were cut", () => {
    for (const link of ["https://spotify.link/AbCdEf", "spoti.fi/3xyz", "https://spotify.app.link/x?_p=1"])
      assert.deepEqual(parseSpotify(link), {kind: "short-link"}, link);
    const sites = {
      "https://www.youtube.com/watch?v=x": "youtube.com",
      "youtu.be/dQw4w9WgXcQ": "youtu.be",
      [`https://open.spotify.com.evil.example/track/${ID}`]: "open.spotify.com.evil.example",
      [`https://open.spotify.com@evil.example/track/${ID}`]: "evil.example",
      [`https://evilspotify.com/track/${ID}`]: "evilspotify.com",
      "https://": ""
    };
    for (const [link, host] of Object.entries(sites))
      assert.deepEqual(parseSpotify(link), {kind: "foreign", host}, link);
    assert.deepEqual(parseSpotify("https://open.spotify.com/track/4uLU6hM"), {kind: "broken", characters: 7});
    assert.deepEqual(parseSpotify(`https://open.spotify.com/track/${ID}x`), {kind: "broken", characters: 23});
    assert.deepEqual(parseSpotify("spotify:track:"), {kind: "broken", characters: 0});
  });

  it("leaves words to the search, even those that look a little like links", () => {
    const words = ["", "   ", "love", "AC/DC", "R.E.M. / Losing My Religion", "No. 1", "track", "spotify", "Mr.Brightside", "supercalifragilisticex"];
    for (const text of words) assert.deepEqual(parseSpotify(text), {kind: "text"}, text);
  }); // prettier-ignore

  it("takes any text, and long ones at once", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff)), (points) => {
        parseSpotify(`https://open.spotify.com/${String.fromCodePoint(...points)}`);
      }),
      {seed: 1}
    );
    const start = performance.now();
    for (const piece of ["a.", "https://", "spotify:", "/", "a-", "%", "open.spotify.com/track/"]) parseSpotify(piece.repeat(1e5));
    assert.ok(performance.now() - start < 500);
    assert.deepEqual(parseSpotify(`${"x ".repeat(4000)}spotify:track:${ID}`), {kind: "text"});
  }); // prettier-ignore
});

import assert from "node:assert/strict";
import {it} from "vitest";
import {readSpotifySettings} from "../../../loaders/spotify/SpotifySettings.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

const usual = {api: "https://api.spotify.com/v1", accounts: "https://accounts.spotify.com"};
const both = {SPOTIFY_CLIENT_ID: "id", SPOTIFY_CLIENT_SECRET: "hush"};
const FILE = "# an app\nSPOTIFY_CLIENT_ID=file-id\nSPOTIFY_CLIENT_SECRET='file-hush'\n";

it("readSpotifySettings(env, root) is null without credentials", async () => {
  await inFolder({}, async (root) => {
    assert.equal(await readSpotifySettings({}, root), null);
    assert.equal(await readSpotifySettings({SPOTIFY_CLIENT_ID: "", SPOTIFY_CLIENT_SECRET: " "}, root), null);
  });
});

it("readSpotifySettings(env, root) reads the environment, then .env", async () => {
  await inFolder({".env": FILE}, async (root) => {
    const file = {clientId: "file-id", clientSecret: "file-hush", ...usual};
    assert.deepEqual(await readSpotifySettings({}, root), file);
    assert.deepEqual(await readSpotifySettings(both, root), {clientId: "id", clientSecret: "hush", ...usual});
    const empty = {SPOTIFY_CLIENT_ID: "", SPOTIFY_API: "http://127.0.0.1:8080/v1/"};
    assert.deepEqual(await readSpotifySettings(empty, root), {...file, api: "http://127.0.0.1:8080/v1"});
  });
});

it("readSpotifySettings(env, root) refuses half of the credentials", async () => {
  await inFolder({}, async (root) => {
    for (const name of ["SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET"]) {
      const problem = new RegExp(`^InputError: ${name}: expected a value beside the other one's; got none$`);
      await assert.rejects(readSpotifySettings({...both, [name]: undefined}, root), problem);
    }
  });
});

it("readSpotifySettings(env, root) refuses what is no address, and does not repeat it", async () => {
  await inFolder({}, async (root) => {
    for (const name of ["SPOTIFY_API", "SPOTIFY_ACCOUNTS"]) {
      for (const address of ["hush.example", "ftp://hush", "https://me:hush@a.b", "https://a.b?hush", "file:///hush"]) {
        await assert.rejects(readSpotifySettings({...both, [name]: address}, root), (error: Error) => {
          assert.match(error.message, new RegExp(`^${name}: expected an address`));
          assert.ok(!error.message.includes("hush"));
          return true;
        });
      }
    }
  });
});

import assert from "node:assert/strict";
import {describe, it} from "vitest";
import type {OutsideWorld} from "../../src/components/outsideWorld.js";
import {spotifyLogin} from "../../src/components/spotifyLogin.js";
import {spotifyLoginReturn} from "../../src/components/spotifyLoginReturn.js";
import {spotifyTracks} from "../../src/components/spotifyTrack.js";

const CLIENT = "0123456789abcdef0123456789abcdef";
const PAGE = "http://127.0.0.1:3000/predict";
const ID = "7abcdefghijklmnopqrstu";

/** A tab that goes to Spotify and comes back; the Web API answers as it is told. */
function tab() {
  const storage = new Map<string, string>();
  const shown: string[] = [];
  const asked: {url: string; token: string; body: string}[] = [];
  let issued = 0;
  const api = {answer: (_url: string, _token: string): Response => Response.json({id: ID, name: "T", duration_ms: 5})};
  const clock = {ms: 1000};
  const location = {href: `${PAGE}#s=link`, assign: (url: string | URL) => void (location.href = String(url))};
  const world: OutsideWorld = {
    location,
    now: () => clock.ms,
    history: {state: null, replaceState: (_, __, url) => void shown.push(String(url))},
    session: () => ({
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
      removeItem: (key) => void storage.delete(key)
    }),
    ask(url, init) {
      const token = new Headers(init?.headers).get("authorization") ?? "";
      asked.push({url, token, body: String(init?.body ?? "")});
      if (!url.endsWith("/api/token")) return Promise.resolve(api.answer(url, token));
      issued++;
      const tokens = {access_token: `access-${issued}`, refresh_token: `refresh-${issued}`};
      return Promise.resolve(Response.json({...tokens, token_type: "Bearer", expires_in: 3600}));
    }
  };
  return {
    ...{world, storage, shown, asked, api, clock, location},
    async signedIn() {
      await spotifyLogin(world).begin(CLIENT, ID);
      const state = new URL(location.href).searchParams.get("state")!;
      location.href = `${PAGE}?code=secret-code&state=${state}&kept=1`;
      const back = spotifyLoginReturn(world)!;
      location.href = PAGE;
      const login = spotifyLogin(world);
      await login.finish(back);
      return {login, back};
    }
  };
}

describe("spotifyLogin(world)", () => {
  it("goes and comes back: the link and other parameters stay, the code does not, tokens are in memory alone", async () => {
    const {signedIn, shown, storage} = tab();
    const {login, back} = await signedIn();
    assert.deepEqual(shown, ["/predict?kept=1#s=link"]);
    assert.equal(back.kept?.track, ID);
    assert.ok(login.isSignedIn());
    assert.deepEqual([...storage], [["trackoracle-spotify-client", CLIENT]]);
    login.signOut();
    assert.deepEqual([login.isSignedIn(), login.clientId(), storage.size], [false, "", 0]);
    await assert.rejects(login.ask("/tracks/x"), /not signed in/);
  });

  it("uses a return once, and none that comes too late or without a login", async () => {
    const {signedIn, world, location, clock} = tab();
    const {login, back} = await signedIn();
    location.href = `${PAGE}?code=secret-code&state=${back.returned.get("state")}`;
    assert.equal(spotifyLoginReturn(world)!.kept, null);
    await assert.rejects(login.finish({...back, kept: null}), /no login was begun/);
    clock.ms += 600_000;
    await assert.rejects(login.finish(back), /took too long/);
    location.href = `${PAGE}#s=x`;
    assert.equal(spotifyLoginReturn(world), null);
  });

  it("renews a token before it expires, once for all who wait, with the newest refresh token", async () => {
    const {signedIn, asked, clock} = tab();
    const {login} = await signedIn();
    clock.ms += 3_580_000;
    await Promise.all([login.ask("/a"), login.ask("/b")]);
    clock.ms += 3_580_000;
    await login.ask("/c");
    const renewals = asked.filter(({url, body}) => url.endsWith("/token") && body.includes("refresh_token="));
    assert.deepEqual(renewals.map(({body}) => new URLSearchParams(body).get("refresh_token")), ["refresh-1", "refresh-2"]); // prettier-ignore
    assert.deepEqual(asked.slice(-1), [{url: "https://api.spotify.com/v1/c", token: "Bearer access-3", body: ""}]);
  });

  it("renews a refused token once, then gives up", async () => {
    const {signedIn, api} = tab();
    const {login} = await signedIn();
    api.answer = (_, token) => (token === "Bearer access-1" ? new Response("", {status: 401}) : Response.json({}));
    assert.equal((await login.ask("/x")).status, 200);
    api.answer = () => new Response("", {status: 401});
    await assert.rejects(login.ask("/x"), /no longer accepts this login/);
    assert.ok(!login.isSignedIn());
  });

  it("leaves the page only where it can come back to", async () => {
    const {world, location} = tab();
    location.href = "http://localhost:3000/predict";
    await assert.rejects(spotifyLogin(world).begin(CLIENT, ID), /127\.0\.0\.1/);
    location.href = PAGE;
    const closed: OutsideWorld = {...world, session: () => assert.fail("refused")};
    await assert.rejects(spotifyLogin(closed).begin(CLIENT, ID), /lets the page keep nothing/);
    assert.equal(location.href, PAGE);
  });
});

describe("spotifyTracks(login)", () => {
  it("keeps title and duration where features are closed, and asks for those once", async () => {
    const {signedIn, api, asked} = tab();
    const {login} = await signedIn();
    const track = api.answer;
    api.answer = (url, token) =>
      url.includes("features") ? Response.json({error: {status: 403}}, {status: 403}) : track(url, token);
    const ask = spotifyTracks(login);
    for (let i = 0; i < 2; i++) {
      const {track, values, note} = await ask(ID);
      assert.deepEqual([track.title, values.duration_ms], ["T", 5]);
      assert.match(note, /closed to this application/);
    }
    assert.equal(asked.filter(({url}) => url.includes("features")).length, 1);
  });

  it("tells in one line what Spotify refuses", async () => {
    const {signedIn, api} = tab();
    const {login} = await signedIn();
    const ask = spotifyTracks(login);
    for (const [status, body, words] of [
      [404, '{"error":{"message":"Resource not found"}}', /knows no track/],
      [429, "", /asked too much/],
      [403, '{"error":{"status":403}}', /does not answer this application/],
      [502, "<html>", /status 502/],
      [200, "<html>", /could not be read/]
    ] as const) {
      api.answer = () => new Response(body, {status});
      await assert.rejects(ask(ID), words);
    }
  });
});

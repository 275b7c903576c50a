import assert from "node:assert/strict";
import {createHash} from "node:crypto";
import {describe, it} from "vitest";
import {loginAddress} from "../../../lib/spotify/loginAddress.js";
import {loginFinish} from "../../../lib/spotify/loginFinish.js";
import {loginRefresh} from "../../../lib/spotify/loginRefresh.js";
import {loginStart} from "../../../lib/spotify/loginStart.js";
import type {PendingLogin} from "../../../lib/spotify/loginTypes.js";

const CLIENT = "0123456789abcdef0123456789abcdef";
const HERE = "http://127.0.0.1:3000/predict";
const NOW = 1_800_000_000_000;

/** An authorization server that follows RFC 6749 and 7636 to the letter, and writes down what it was asked. */
function authorizationServer() {
  const codes = new Map<string, {challenge: string; redirectUri: string; clientId: string; expired: boolean}>();
  let refreshTokens: string[] = [];
  let issued = 0;
  const asked: {url: string; body: Record<string, string>}[] = [];
  const json = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), {status, headers: {"content-type": "application/json"}});

  function grant(): Response {
    issued++;
    refreshTokens = [`refresh-${issued}`]; // the one before is of no more use
    return json(200, {
      access_token: `access-${issued}`,
      token_type: "Bearer",
      expires_in: 3600,
      refresh_token: refreshTokens[0]
    });
  }

  return {
    asked,
    revoke: () => void (refreshTokens = []),
    /** The reader agrees: where Spotify sends them to. */
    agree(address: string, {expired = false} = {}): URLSearchParams {
      const parameters = new URL(address).searchParams;
      const code = `code-${codes.size + 1}`;
      codes.set(code, {
        challenge: parameters.get("code_challenge")!,
        redirectUri: parameters.get("redirect_uri")!,
        clientId: parameters.get("client_id")!,
        expired
      });
      return new URLSearchParams({code, state: parameters.get("state")!});
    },
    ask(url: string, init?: RequestInit): Promise<Response> {
      const body = Object.fromEntries(new URLSearchParams(String(init?.body)));
      asked.push({url, body});
      if (body.grant_type === "refresh_token") {
        const good = refreshTokens.includes(body.refresh_token) && body.client_id === CLIENT;
        return Promise.resolve(good ? grant() : json(400, {error: "invalid_grant"}));
      }
      const code = codes.get(body.code);
      codes.delete(body.code); // once
      const challenge = createHash("sha256").update(body.code_verifier).digest("base64url");
      const good =
        code?.challenge === challenge &&
        code.redirectUri === body.redirect_uri &&
        code.clientId === body.client_id &&
        !code.expired;
      return Promise.resolve(good ? grant() : json(400, {error: "invalid_grant", error_description: "<b>no</b>"}));
    }
  };
}

async function begun() {
  const server = authorizationServer();
  const {address, pending} = await loginStart({clientId: CLIENT, redirectUri: HERE});
  return {server, address, pending, world: {ask: server.ask, now: () => NOW}};
}

const fails = (work: Promise<unknown>, words: RegExp) =>
  assert.rejects(work, (error: Error) => error.name === "LoginProblem" && words.test(error.message));

describe("loginStart({clientId, redirectUri})", () => {
  it("sends the reader to Spotify with a challenge by S256, a state, and no scope", async () => {
    const {address, pending} = await begun();
    const url = new URL(address);
    assert.equal(url.origin + url.pathname, "https://accounts.spotify.com/authorize");
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      response_type: "code",
      client_id: CLIENT,
      redirect_uri: HERE,
      state: pending.state,
      code_challenge_method: "S256",
      code_challenge: createHash("sha256").update(pending.verifier).digest("base64url")
    });
    assert.match(pending.verifier, /^[\w.~-]{43,128}$/);
    assert.ok(!address.includes(pending.verifier));
  });

  it("draws another verifier and state each time", async () => {
    const [{pending: a}, {pending: b}] = await Promise.all([begun(), begun()]);
    assert.notEqual(a.verifier, b.verifier);
    assert.notEqual(a.state, b.state);
  });

  it("refuses what can be no client id", async () => {
    for (const clientId of ["", "abc", `${CLIENT}0`, `${CLIENT.slice(1)}&`])
      await fails(loginStart({clientId, redirectUri: HERE}), /32 letters and digits; got \d+ characters/);
  });
});

describe("loginFinish(pending, returned, world)", () => {
  it("changes the code for tokens that say when they expire", async () => {
    const {server, address, pending, world} = await begun();
    const tokens = await loginFinish(pending, server.agree(address), world);
    assert.deepEqual(tokens, {accessToken: "access-1", refreshToken: "refresh-1", expiresAtMs: NOW + 3_600_000});
    assert.equal(server.asked[0].url, "https://accounts.spotify.com/api/token");
    assert.equal(server.asked[0].body.code_verifier, pending.verifier);
  });

  it("sends nothing where the state is missing, another, or there twice, or no login was begun", async () => {
    const {server, address, pending, world} = await begun();
    const good = server.agree(address);
    const without = new URLSearchParams(good);
    without.delete("state");
    const other = new URLSearchParams(good);
    other.set("state", "x".repeat(43));
    const twice = new URLSearchParams(good);
    twice.append("state", pending.state);
    await fails(loginFinish(pending, without, world), /does not belong to a login that this page began/);
    await fails(loginFinish(pending, other, world), /does not belong to a login that this page began/);
    await fails(loginFinish(pending, twice, world), /does not belong/);
    await fails(loginFinish(null, good, world), /no login was begun in this tab/);
    assert.deepEqual(server.asked, []);
  });

  it("tells what an error in the address means, and sends nothing", async () => {
    const {server, pending, world} = await begun();
    const returned = (error: string) => new URLSearchParams({error, state: pending.state});
    await fails(loginFinish(pending, returned("access_denied"), world), /You did not allow it/);
    await fails(loginFinish(pending, returned("server_error"), world), /refused the login: server_error\./);
    await fails(loginFinish(pending, returned("<img src=x>"), world), /for a reason it does not name/);
    assert.deepEqual(server.asked, []);
  });

  it("tells that a code has expired, was used before, or is another page's", async () => {
    const {server, address, pending, world} = await begun();
    await fails(loginFinish(pending, server.agree(address, {expired: true}), world), /expired or was revoked/);
    const returned = server.agree(address);
    await loginFinish(pending, returned, world);
    await fails(loginFinish(pending, returned, world), /expired or was revoked/);
    const elsewhere: PendingLogin = {...pending, redirectUri: "https://example.org/"};
    await fails(loginFinish(elsewhere, server.agree(address), world), /expired or was revoked/);
  });

  it("tells a dead, slow or senseless server apart", async () => {
    const {server, address, pending} = await begun();
    const world = (ask: () => Promise<Response>) => ({ask, now: () => NOW});
    const slow = () => Promise.reject(new DOMException("late", "TimeoutError"));
    const finish = (ask: () => Promise<Response>) => loginFinish(pending, server.agree(address), world(ask));
    await fails(finish(() => Promise.reject(new TypeError("Failed to fetch"))), /could not be reached/); // prettier-ignore
    await fails(finish(slow), /did not answer in time/);
    const page = () => Promise.resolve(new Response("<html>", {headers: {"content-type": "text/html"}}));
    await fails(finish(page), /could not be read/);
    const unknown = () => Promise.resolve(Response.json({error: "invalid_client"}, {status: 400}));
    await fails(finish(unknown), /no application with this client id/);
  });
});

describe("loginRefresh(tokens, clientId, world)", () => {
  it("takes the new refresh token where there is one, and keeps the old where there is none", async () => {
    const {server, address, pending, world} = await begun();
    const first = await loginFinish(pending, server.agree(address), world);
    const second = await loginRefresh(first, CLIENT, {...world, now: () => NOW + 1000});
    assert.deepEqual(second, {accessToken: "access-2", refreshToken: "refresh-2", expiresAtMs: NOW + 3_601_000});
    await fails(loginRefresh(first, CLIENT, world), /expired or was revoked/); // it was rotated away
    const same = () => Promise.resolve(Response.json({access_token: "a", token_type: "bearer", expires_in: 60}));
    const third = await loginRefresh(second, CLIENT, {...world, ask: same});
    assert.deepEqual(third, {accessToken: "a", refreshToken: "refresh-2", expiresAtMs: NOW + 60_000});
  });

  it("tells that a login was revoked, or that there is nothing to refresh it by", async () => {
    const {server, address, pending, world} = await begun();
    const tokens = await loginFinish(pending, server.agree(address), world);
    server.revoke();
    await fails(loginRefresh(tokens, CLIENT, world), /Sign in again/);
    await fails(loginRefresh({...tokens, refreshToken: null}, CLIENT, world), /login has expired/);
  });
});

describe("loginAddress(href)", () => {
  it("is the page without query and fragment, at https or the literal 127.0.0.1", () => {
    assert.equal(loginAddress(`${HERE}?a=1#s=abc`).redirectUri, HERE);
    assert.equal(loginAddress("https://example.org/site/predict#x").redirectUri, "https://example.org/site/predict");
  });

  it("tells where Spotify sends nobody, and which address to open instead", () => {
    const {redirectUri, problem} = loginAddress("http://localhost:3000/predict?x#y");
    assert.equal(redirectUri, "");
    assert.match(problem, /this page is at http:\/\/localhost:3000\. Open it as http:\/\/127\.0\.0\.1:3000\/predict/);
    assert.match(loginAddress("http://example.org/predict").problem, /this page is at http:\/\/example\.org\.$/);
  });
});

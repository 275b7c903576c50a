import assert from "node:assert/strict";
import {afterEach, it, vi} from "vitest";
import {fetchText} from "../../../loaders/spotify/fetchText.js";

afterEach(() => vi.unstubAllGlobals());

it("fetchText(url) gives up in time where fetch never settles, aborted or not", async () => {
  for (const hang of [() => new Promise(() => undefined), () => ({text: () => new Promise(() => undefined)})]) {
    vi.stubGlobal("fetch", async () => hang());
    const {signal} = new AbortController();
    await assert.rejects(fetchText("http://127.0.0.1", {}, {timeoutMs: 20, signal}), /no whole answer within 0\.02 s/);
    const stopper = new AbortController();
    const asked = fetchText("http://127.0.0.1", {}, {timeoutMs: 60_000, signal: stopper.signal});
    stopper.abort(new Error("enough"));
    await assert.rejects(asked, /^Error: enough$/);
  }
});

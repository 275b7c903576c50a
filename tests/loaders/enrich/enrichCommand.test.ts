import assert from "node:assert/strict";
import {afterEach, it, vi} from "vitest";
import {enrichCommand} from "../../../loaders/enrich/enrichCommand.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

afterEach(() => vi.unstubAllEnvs());

it("enrichCommand([]) without credentials names both variables and .env, and what it would add", async () => {
  for (const name of ["SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET"]) vi.stubEnv(name, "");
  await inFolder({}, async (root) => {
    const problem =
      /^InputError: enrich: expected SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET in .*\.env .*; got neither\. With them, enrichment would add release dates/;
    await assert.rejects(enrichCommand([], new AbortController().signal, root), problem);
  });
});

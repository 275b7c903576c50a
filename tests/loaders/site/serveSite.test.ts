import assert from "node:assert/strict";
import {rm, writeFile} from "node:fs/promises";
import http from "node:http";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {describe, it} from "vitest";
import {serveSite} from "../../../loaders/site/serveSite.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

const PAGE = `<!DOCTYPE html><title>é</title>${"<p>text</p>".repeat(500)}`;
const TREES = "ARROW1".repeat(1_000);
const FILES = {
  "dist/index.html": PAGE,
  "dist/explore.html": "<p>explore</p>",
  "dist/_file/data/overview.0123abcd.json": JSON.stringify({text: "x".repeat(5_000)}),
  "dist/_import/lib/a.89abcdef.js": "export {};",
  "dist/data.json": "{}",
  "dist/fonts/inter.woff2": "wOF2",
  "dist/booster.12345678.arrow": "ARROW1",
  "dist/trees.arrow": TREES,
  "package.json": '{"secret": true}',
  "dist.building/index.html": "secret"
};

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks for a path as it is written: `fetch` would take `..` out. */
function ask(url: string, path: string, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> {
  const {hostname, port} = new URL(url);
  return new Promise((resolve, reject) => {
    const request = http.get({hostname, port, path, headers, agent: false}, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks)})
      );
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}

/** Serves the files above while an action asks for them. */
function serving<T>(action: (get: (path: string, headers?: object) => Promise<Answer>, dist: string) => Promise<T>) {
  return inFolder(FILES, async (folder) => {
    const server = await serveSite(join(folder, "dist"), 0);
    try {
      return await action((path, headers = {}) => ask(server.url, path, headers as http.OutgoingHttpHeaders), join(folder, "dist")); // prettier-ignore
    } finally {
      await server.close();
    }
  });
}

describe("serveSite(folder, port)", () => {
  it("serves / and /page as pages, with their type", async () => {
    await serving(async (get) => {
      const home = await get("/");
      assert.equal(home.status, 200);
      assert.equal(home.body.toString(), PAGE);
      assert.match(home.headers["content-type"]!, /^text\/html; ?charset=utf-8$/i);
      for (const path of ["/explore", "/explore.html", "/explore?exam=raw"]) {
        assert.equal((await get(path)).body.toString(), "<p>explore</p>", path);
      }
    });
  });

  it("gives every kind of file its type, and forbids guessing", async () => {
    await serving(async (get) => {
      const types: [path: string, type: RegExp][] = [
        ["/_import/lib/a.89abcdef.js", /^text\/javascript/],
        ["/data.json", /^application\/json/],
        ["/fonts/inter.woff2", /^font\/woff2/]
      ];
      for (const [path, type] of types) {
        const {headers} = await get(path);
        assert.match(headers["content-type"]!, type, path);
        assert.equal(headers["x-content-type-options"], "nosniff");
        assert.equal(headers["referrer-policy"], "no-referrer");
      }
    });
  });

  it("keeps files with a hash in their name for good, and asks again for all others", async () => {
    await serving(async (get) => {
      const caching = async (path: string) => (await get(path)).headers["cache-control"];
      for (const path of [
        "/_file/data/overview.0123abcd.json",
        "/_import/lib/a.89abcdef.js",
        "/booster.12345678.arrow"
      ]) {
        assert.equal(await caching(path), "public, max-age=31536000, immutable", path);
      }
      for (const path of ["/", "/explore", "/data.json", "/fonts/inter.woff2"]) {
        assert.equal(await caching(path), "no-cache", path);
      }
    });
  });

  it("answers 304 to who has the file already", async () => {
    await serving(async (get) => {
      const {etag} = (await get("/explore")).headers;
      assert.equal((await get("/explore", {"if-none-match": etag})).status, 304);
    });
  });

  it("compresses for who can read it, and only then", async () => {
    await serving(async (get) => {
      const plain = await get("/");
      assert.equal(plain.headers["content-encoding"], undefined);
      const packed = await get("/", {"accept-encoding": "gzip"});
      assert.equal(packed.headers["content-encoding"], "gzip");
      assert.match(packed.headers.vary!, /accept-encoding/i);
      assert.ok(packed.body.length < PAGE.length / 5, `${packed.body.length} bytes`);
      assert.equal(gunzipSync(packed.body).toString(), PAGE);
      const trees = await get("/trees.arrow", {"accept-encoding": "gzip"});
      assert.equal(gunzipSync(trees.body).toString(), TREES);
    });
  });

  it("answers 404 in plain text to what is not there", async () => {
    await serving(async (get) => {
      for (const path of ["/absent", "/explore/deeper", "/_file/", "/%", "/%E0%A4", "/<script>"]) {
        const {status, headers, body} = await get(path);
        assert.equal(status, 404, path);
        assert.equal(headers["content-type"], "text/plain; charset=utf-8");
        assert.equal(body.toString(), "not found");
      }
    });
  });

  it("serves nothing from outside the folder", async () => {
    await serving(async (get) => {
      const up = ["/..", "/%2e%2e", "/%2E%2E", "/..%2f..", "/.%2e", "/_file/../.."];
      for (const path of up.flatMap((dots) => [
        `${dots}/package.json`,
        `${dots}%2fpackage.json`,
        `${dots}/dist.building/`
      ])) {
        const {status, body} = await get(path);
        assert.equal(status, 404, path);
        assert.doesNotMatch(body.toString(), /secret/, path);
      }
      assert.equal((await get("/..\\package.json")).status, 404);
      assert.equal((await get("/index.html%00.json")).status, 404);
    });
  });

  it("serves a site built anew, and lives on where a file is gone", async () => {
    await serving(async (get, dist) => {
      await get("/explore");
      await writeFile(join(dist, "explore.html"), "<p>a longer page</p>");
      await rm(join(dist, "data.json"));
      assert.equal((await get("/explore")).body.toString(), "<p>a longer page</p>");
      assert.equal((await get("/data.json")).status, 404);
    });
  });

  it("lives on after a range that makes no sense", async () => {
    await serving(async (get) => {
      for (const range of ["bytes=5-2", "bytes=-1", "bytes=x", "bytes=0-1,3-4"]) {
        const {status, body} = await get("/explore", {range});
        assert.equal(status, 200, range);
        assert.equal(body.toString(), "<p>explore</p>", range);
      }
    });
  });

  it("listens on this machine only, and no more once closed", async () => {
    await inFolder(FILES, async (folder) => {
      const server = await serveSite(join(folder, "dist"), 0);
      assert.equal(new URL(server.url).hostname, "127.0.0.1");
      assert.equal((await ask(server.url, "/")).status, 200);
      await server.close();
      await assert.rejects(ask(server.url, "/"), {code: "ECONNREFUSED"});
    });
  });

  it("rejects where the port is taken", async () => {
    await inFolder(FILES, async (folder) => {
      const server = await serveSite(folder, 0);
      await assert.rejects(serveSite(folder, Number(new URL(server.url).port)), {code: "EADDRINUSE"});
      await server.close();
    });
  });
});

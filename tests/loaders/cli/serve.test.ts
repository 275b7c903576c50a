import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {describe, it} from "vitest";
import {inFolder} from "../../fixtures/tracks/inFolder.js";

/** Runs the command on a folder until it fails. */
function serve(folder: string, ...args: string[]): {status: number | null; stderr: string} {
  const command = ["--import", "tsx", "loaders/cli/serve.ts", ...args];
  const {status, stderr} = spawnSync(process.execPath, command, {
    env: {...process.env, SITE_OUTPUT: folder},
    encoding: "utf8",
    timeout: 30_000
  });
  return {status, stderr: stderr.trim()};
}

describe("npm run serve", () => {
  it("leaves with 1 and one line when the site, the port or the option is at fault", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const port = String((taken.address() as AddressInfo).port);
    await inFolder({"index.html": "<html></html>"}, async (folder) => {
      const cases: [string[], RegExp][] = [
        [["--port", "abc"], /^error: --port: expected a port from 0 to 65535; got "abc"$/],
        [["--prt", "1"], /^error: Unknown option '--prt'/],
        [["--port", port], new RegExp(`^error: listen EADDRINUSE.*:${port}$`)]
      ];
      for (const [args, message] of cases) {
        const {status, stderr} = serve(folder, ...args);
        assert.equal(status, 1);
        assert.match(stderr, message);
        assert.doesNotMatch(stderr, /\n\s+at /);
      }
    });
    taken.close();
    await inFolder({}, async (folder) => {
      assert.match(serve(folder).stderr, /expected a built site; run npm run build first$/);
    });
  });
});

// npm run serve [-- --port 3000]: serves dist/ as a static host would.
import {existsSync} from "node:fs";
import path from "node:path";
import {parseArgs} from "node:util";
import {InputError} from "../../lib/csv/InputError.js";
import {quoteText} from "../../lib/csv/quoteText.js";
import {ROOT} from "../root.js";
import {serveSite} from "../site/serveSite.js";
import {runCommand} from "./runCommand.js";

await runCommand(async (signal) => {
  const {values} = parseArgs({options: {port: {type: "string", default: "3000"}}});
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InputError(`expected a port from 0 to 65535; got ${quoteText(values.port)}`, {file: "--port"});
  }
  const folder = path.resolve(ROOT, process.env.SITE_OUTPUT ?? "dist");
  if (!existsSync(path.join(folder, "index.html"))) {
    throw new InputError("expected a built site; run npm run build first", {file: folder});
  }
  const server = await serveSite(folder, port);
  console.warn(`serving at ${server.url} until Ctrl-C`);
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  await server.close();
});

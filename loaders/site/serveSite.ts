import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import compression from "compression";
import sirv from "sirv";

const ARROW = "application/vnd.apache.arrow.stream"; // compresses well, which no list of types knows

/** A running server of a built site. */
export interface SiteServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site on 127.0.0.1 as a static host would: compressed, files with a hash in their name kept for good,
 * pages asked for again each time, /page for page.html. Files are looked up at each request, so that a site built anew
 * is served anew.
 *
 * @param port 0 takes any free one
 */
export async function serveSite(folder: string, port: number): Promise<SiteServer> {
  const compress = compression({
    filter: (request, response) => response.getHeader("Content-Type") === ARROW || compression.filter(request, response)
  });
  const files = sirv(folder, {
    dev: true, // else sirv keeps the sizes and names of its start, and dies where a file is gone
    etag: true,
    extensions: ["html"],
    setHeaders(response, pathname) {
      const hashed = /\.[0-9a-zA-Z]{8}\.\w+$/.test(pathname);
      response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      response.setHeader("X-Content-Type-Options", "nosniff");
      if (pathname.endsWith(".arrow")) response.setHeader("Content-Type", ARROW);
      response.setHeader("Referrer-Policy", "no-referrer");
    }
  });
  const server = createServer((request, response) => {
    delete request.headers.range; // a server may ignore it; sirv dies of one that ends before it starts
    compress(request as never, response as never, () =>
      files(request, response, () => {
        response.statusCode = 404;
        response.setHeader("Content-Type", "text/plain; charset=utf-8");
        response.end("not found");
      })
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    }
  };
}

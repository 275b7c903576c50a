import {once} from "node:events";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";

/** What a test's mirror does with a request; `range` is the first byte asked for, 0 without a range. */
export type Answer = (response: ServerResponse, range: number, request: IncomingMessage) => void;

/** A mirror on 127.0.0.1: it answers its n-th request with the n-th answer, then with the last one. */
export async function withMirror<T>(
  answers: Answer[],
  action: (mirror: {url: string; ranges: number[]}) => Promise<T>
): Promise<T> {
  const ranges: number[] = [];
  const server = createServer((request, response) => {
    const range = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    answers[Math.min(ranges.length, answers.length - 1)](response, range, request);
    ranges.push(range);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await action({url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ranges});
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Serves the content, or the range of it that was asked for. */
export function serve(content: Uint8Array): Answer {
  return (response, range) => {
    if (range > 0) {
      response.writeHead(206, {"content-range": `bytes ${range}-${content.length - 1}/${content.length}`});
    } else response.writeHead(200, {"content-length": content.length});
    response.end(content.subarray(range));
  };
}

/** Serves the content whole, whatever was asked for. */
export function serveWhole(content: Uint8Array): Answer {
  return (response) => void response.writeHead(200).end(content);
}

/** Starts to serve what was asked for, but after so many bytes does something else. */
export function serveSome(content: Uint8Array, bytes: number, then: (response: ServerResponse) => void): Answer {
  return (response, range) => {
    if (range > 0) response.writeHead(206, {"content-range": `bytes ${range}-${content.length - 1}/${content.length}`});
    else response.writeHead(200, {"content-length": content.length});
    response.write(content.subarray(range, range + bytes), () => setTimeout(() => then(response), 20));
  };
}

/** Answers with an HTTP status and no content. */
export function status(code: number): Answer {
  return (response) => void response.writeHead(code).end();
}

/** Cuts the connection. */
export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** Says nothing more, and keeps the connection. */
export function stall(): void {
  // nothing comes
}

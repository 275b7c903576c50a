import {createHash} from "node:crypto";

/** Tells one app from another without naming it: the first 12 hex digits of the SHA-256 of its client id. */
export function clientHash(clientId: string): string {
  return createHash("sha256").update(clientId).digest("hex").slice(0, 12);
}

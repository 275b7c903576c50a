import {createHash} from "node:crypto";
import * as z from "zod/mini";
import {KINDS, type Kind, type StoredAnswer} from "./types.js";

/** Whether an endpoint was found closed, or open again, for an app. It marks no id as answered. */
export interface StoredClosure {
  readonly endpoint: Kind;
  readonly isClosed: boolean;
  readonly client: string; // of clientHash: other credentials are another app
  readonly askedAt: string; // ISO 8601
}

/** What one line of the store holds. */
export type StoreRecord = StoredAnswer | StoredClosure;

const Answer = z.object({
  kind: z.enum(KINDS),
  id: z.string(),
  status: z.int(),
  body: z.unknown(),
  askedAt: z.string()
});
const Closure = z.object({endpoint: z.enum(KINDS), isClosed: z.boolean(), client: z.string(), askedAt: z.string()});
const Schema: z.ZodMiniType<StoreRecord> = z.union([Answer, Closure]);

const HEAD = '{"sha256":"';
const MIDDLE = '","record":';
const DIGITS = 16;
const START = HEAD.length + DIGITS + MIDDLE.length; // of the record in its line

/**
 * A record as a line of the store, its end included: JSON that holds the record and the first 16 hex digits of the SHA-256
 * of the record's bytes.
 */
export function encodeRecord(record: StoreRecord): string {
  const text = JSON.stringify(record);
  return `${HEAD}${checksum(Buffer.from(text))}${MIDDLE}${text}}\n`;
}

/**
 * The record of a line, without the line's end.
 *
 * @returns null if the line was cut off or changed, or holds no record
 */
export function decodeRecord(line: Buffer): StoreRecord | null {
  const bytes = line.subarray(START, -1);
  const head = `${HEAD}${checksum(bytes)}${MIDDLE}`;
  if (line.length <= START || line.toString("latin1", 0, START) !== head || line.at(-1) !== 0x7d) return null;
  const read = Schema.safeParse(JSON.parse(bytes.toString()));
  return read.success ? read.data : null;
}

function checksum(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, DIGITS);
}

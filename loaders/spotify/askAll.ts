import PQueue from "p-queue";
import {isSpotifyId} from "../../lib/spotify/isSpotifyId.js";
import type {Kind} from "../enrich/types.js";
import {CallError} from "./CallError.js";
import {ENDPOINTS} from "./endpoints.js";
import {splitBatch} from "./splitBatch.js";
import type {SpotifyClient} from "./spotifyClient.js";

/** What Spotify said about one id: 200, 400 (it is no id), 403 (refused) or 404; a body with 200 alone. */
export interface Answered {
  readonly id: string;
  readonly status: number;
  readonly body: unknown;
}

/** What became of the ids that no answer came for. */
export interface Unanswered {
  readonly isClosed: boolean; // the endpoint, for this app; the ids it left are in neither list
  readonly failed: readonly string[]; // ids whose calls failed however often they were tried
}

export interface AskAllOptions {
  onAnswers: (answers: readonly Answered[]) => Promise<void>; // keeps them; asking waits for it
  onFailed?: (ids: readonly string[]) => void;
  concurrency?: number;
}

/** Refusals in a row, of single calls, after which an endpoint is closed: before and after it answered anything. */
const REFUSALS = {shut: 2, open: 10};

/**
 * Asks for all of some ids: in batches where the app may, one by one where it may not, which is found out once. Until the
 * first answer one call is made at a time, so that a closed endpoint costs three at most.
 *
 * @param ids no one twice
 * @throws StopError if further calls are useless, the signal's reason, what `onAnswers` throws
 */
export async function askAll(
  client: SpotifyClient,
  kind: Kind,
  ids: readonly string[],
  {onAnswers, onFailed, concurrency = 2}: AskAllOptions
): Promise<Unanswered> {
  const {path, list, most} = ENDPOINTS[kind];
  const queue = new PQueue({concurrency});
  const alone: string[] = []; // ids to ask for one by one
  const failed: string[] = [];
  const refused: Answered[] = []; // in a row: whether the ids or the endpoint is meant is yet to be seen
  let next = 0;
  let batches = true; // while they are worth trying
  let badBatches = 0; // in a row
  let isOpen = false;
  let isClosed = false;
  let end: {error: unknown} | undefined;

  const keep = async (answers: readonly Answered[]) => {
    isOpen = true;
    await onAnswers([...refused.splice(0), ...answers]);
  };

  const askBatch = async (chunk: readonly string[]) => {
    const reply = await client.get(`${path}?ids=${chunk.join(",")}`, (body) => Array.isArray(Object(body)[list]));
    if ("refused" in reply) {
      alone.push(...chunk);
      // One id that is none spoils its batch, not the next one.
      if (reply.status !== 400 || ++badBatches > 1) batches = false;
      return;
    }
    badBatches = 0;
    const {answers, left} = splitBatch(chunk, (reply.body as Record<string, unknown[]>)[list]);
    alone.push(...left);
    if (answers.length > 0) await keep(answers);
  };

  const askOne = async (id: string) => {
    const reply = await client.get(`${path}/${id}`, (body) => body === null || isSpotifyId(Object(body).id));
    if (!("refused" in reply)) return keep([{id, status: reply.body === null ? 404 : 200, body: reply.body}]);
    if (reply.refused === "missing" || reply.refused === "badId") return keep([{id, status: reply.status, body: null}]);
    if (reply.refused === "other") return void fail([id]);
    refused.push({id, status: 403, body: null});
    if (refused.length >= (isOpen ? REFUSALS.open : REFUSALS.shut)) isClosed = true;
    else if (reply.refused === "closed" && !isOpen && !isMore()) isClosed = true;
  };

  const fail = (ids: readonly string[]) => {
    failed.push(...ids);
    onFailed?.(ids);
  };

  const isMore = () => alone.length > 0 || next < ids.length;

  const step = async () => {
    if (!isMore() || isClosed || end) return;
    const chunk = alone.length > 0 ? alone.splice(0, 1) : ids.slice(next, (next += batches ? most : 1));
    try {
      await (chunk.length > 1 ? askBatch(chunk) : askOne(chunk[0]));
    } catch (error) {
      if (error instanceof CallError) fail(chunk);
      else end ??= {error};
    }
  };

  do {
    while (isMore() && !isClosed && !end) {
      void queue.add(step);
      await (isOpen ? queue.onSizeLessThan(1) : queue.onIdle());
    }
    await queue.onIdle(); // a batch may yet hand back ids
  } while (isMore() && !isClosed && !end);
  if (!isClosed && refused.length > 0 && !end) await keep([]);
  if (end) throw end.error;
  return {isClosed, failed};
}

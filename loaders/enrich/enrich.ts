import {dirname} from "node:path";
import {mkdir} from "node:fs/promises";
import {askAll, type Answered} from "../spotify/askAll.js";
import type {SpotifyClient} from "../spotify/spotifyClient.js";
import {keptBody} from "./keptBody.js";
import {knownAnswers} from "./knownAnswers.js";
import {openStore, type Store} from "./openStore.js";
import {planKind, type PlanOptions} from "./planKind.js";
import {withLockUnless} from "./withLockUnless.js";
import type {Kind} from "./types.js";

/** What became of one kind of thing in a run. */
export interface KindSummary {
  readonly kind: Kind;
  readonly kept: number; // answered in an earlier run
  asked: number; // in this run; answered or failed
  answered: number;
  notFound: number; // 404, or Spotify says it is no id
  refused: number; // 403 for this id
  failed: number; // not kept: a next run asks again
  left: number; // not asked: beyond the limit, the endpoint is closed, or the run ended
  closedAt: string | null; // when the endpoint was found closed for this app; ISO 8601
}

export interface EnrichObserver {
  started(kind: Kind, ids: number): void;
  answered(ids: number): void;
  waitingForLock(): void;
  torn(bytes: number): void; // of a record that a kill had cut off
  stopped(): void;
}

export interface EnrichOptions extends PlanOptions {
  file: string; // answers.jsonl
  trackIds: readonly string[]; // no one twice
  kinds: readonly Kind[]; // in the order of KINDS
  client: SpotifyClient;
  clientHash: string;
  signal: AbortSignal;
  observer?: Partial<EnrichObserver>;
  now?: () => Date;
}

/** How a run ended; `end` is what ended it early: a StopError, an InputError, the signal's reason. */
export interface EnrichResult {
  readonly kinds: readonly KindSummary[];
  readonly end: unknown; // undefined if all was asked
}

/**
 * Asks Spotify about a study's tracks, whatever is not answered yet, and keeps each answer as it comes.
 *
 * @throws InputError if the store cannot be used; the signal's reason while another process holds it
 */
export async function enrich(options: EnrichOptions): Promise<EnrichResult> {
  const {file, kinds, observer = {}, signal} = options;
  const folder = dirname(file);
  await mkdir(folder, {recursive: true});
  const run = async () => {
    const known = knownAnswers();
    const opened = await openStore(file, known.learn, observer.torn);
    const store = {
      ...opened,
      async add(records: Parameters<Store["add"]>[0]) {
        await opened.add(records);
        records.forEach(known.learn);
      }
    };
    const summaries: KindSummary[] = [];
    try {
      for (const kind of kinds) await enrichKind(kind, known, store, summaries, options);
      return {kinds: summaries, end: undefined};
    } catch (end) {
      return {kinds: summaries, end};
    } finally {
      observer.stopped?.();
      await store.close();
    }
  };
  return withLockUnless(signal, folder, run, observer.waitingForLock);
}

async function enrichKind(
  kind: Kind,
  known: ReturnType<typeof knownAnswers>,
  store: Store,
  summaries: KindSummary[],
  {trackIds, client, clientHash, observer = {}, signal, now = () => new Date(), ...planning}: EnrichOptions
): Promise<void> {
  const {ids, kept, beyondLimit} = planKind(kind, trackIds, known, planning);
  const closedAt = known.closedAt(kind, clientHash);
  const summary = {kind, kept, asked: 0, answered: 0, notFound: 0, refused: 0, failed: 0};
  const told: KindSummary = {...summary, left: ids.length + beyondLimit, closedAt: closedAt ?? null};
  summaries.push(told);
  signal.throwIfAborted();
  if (ids.length === 0 || (closedAt !== undefined && !planning.retryClosed)) return;
  observer.started?.(kind, ids.length);
  const closure = (isClosed: boolean) => ({endpoint: kind, isClosed, client: clientHash, askedAt: now().toISOString()});
  const count = (n: number) => {
    told.asked += n;
    told.left -= n;
    observer.answered?.(n);
  };
  const onAnswers = async (answers: readonly Answered[]) => {
    const askedAt = now().toISOString();
    const records = answers.map(({id, status, body}) => ({kind, id, status, body: keptBody(body), askedAt}));
    const opened = told.closedAt !== null;
    await store.add(opened ? [closure(false), ...records] : records);
    told.closedAt = null;
    for (const {status} of answers) told[status === 200 ? "answered" : status === 403 ? "refused" : "notFound"]++;
    count(answers.length);
  };
  const onFailed = ({length}: readonly string[]) => {
    told.failed += length;
    count(length);
  };
  const {isClosed} = await askAll(client, kind, ids, {onAnswers, onFailed});
  if (!isClosed) return;
  const found = closure(true);
  await store.add([found]);
  told.closedAt = found.askedAt;
}

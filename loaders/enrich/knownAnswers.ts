import {readTrack} from "../../lib/spotify/readTrack.js";
import type {StoreRecord} from "./StoreRecord.js";
import {KINDS, type Kind} from "./types.js";

/** What a run has to know of a store. */
export interface KnownAnswers {
  learn(record: StoreRecord): void; // in the order they were written
  statusOf(kind: Kind, id: string): number | undefined; // of the last answer
  artistsOf(trackId: string): readonly string[]; // ids, as the track's answer names them
  closedAt(kind: Kind, client: string): string | undefined; // ISO 8601; undefined unless it was found closed last
}

/** Knows nothing yet; keeps no answer's body. */
export function knownAnswers(): KnownAnswers {
  const statuses = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, number>()])) as Record<
    Kind,
    Map<string, number>
  >;
  const artists = new Map<string, readonly string[]>();
  const closed = new Map<string, string>();
  return {
    learn(record) {
      if ("endpoint" in record) {
        const key = `${record.endpoint} ${record.client}`;
        if (record.isClosed) closed.set(key, record.askedAt);
        else closed.delete(key);
        return;
      }
      statuses[record.kind].set(record.id, record.status);
      if (record.kind === "tracks") artists.set(record.id, artistIds(record.body));
    },
    statusOf: (kind, id) => statuses[kind].get(id),
    artistsOf: (trackId) => artists.get(trackId) ?? [],
    closedAt: (kind, client) => closed.get(`${kind} ${client}`)
  };
}

function artistIds(body: unknown): readonly string[] {
  return (readTrack(body)?.artists ?? []).map(({id}) => id).filter((id) => id !== "");
}

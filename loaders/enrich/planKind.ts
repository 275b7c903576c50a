import type {KnownAnswers} from "./knownAnswers.js";
import type {Kind} from "./types.js";

/** What is to be asked about one kind of thing. */
export interface KindPlan {
  readonly kind: Kind;
  readonly ids: readonly string[]; // to be asked, no one twice
  readonly kept: number; // answered before
  readonly beyondLimit: number; // neither
}

export interface PlanOptions {
  limit?: number; // ids of a kind, 1 or more
  retryClosed?: boolean; // asks again where the answer was 403
}

/**
 * Plans what to ask about a study's tracks: nothing that is answered already. Artists are those of answered tracks.
 *
 * @param trackIds no one twice
 */
export function planKind(
  kind: Kind,
  trackIds: readonly string[],
  known: KnownAnswers,
  {limit = Infinity, retryClosed = false}: PlanOptions = {}
): KindPlan {
  const all = kind === "artists" ? [...new Set(trackIds.flatMap((id) => known.artistsOf(id)))] : trackIds;
  const open = all.filter((id) => {
    const status = known.statusOf(kind, id);
    return status === undefined || (retryClosed && status === 403);
  });
  const ids = open.slice(0, limit);
  return {kind, ids, kept: all.length - open.length, beyondLimit: open.length - ids.length};
}

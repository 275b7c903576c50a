import type {SongReasons, ExplainedSongs} from "../lib/wire/ExplainData.js";
import type {FamiliarTracks} from "../lib/wire/PredictData.js";
import type {ReasonSpace, SearchIndex, TracksData} from "../lib/wire/TracksData.js";
import type {TreeEnsemble} from "../lib/trees/types.js";

/** Fetches what a part of the page of predictions needs, when it is needed and once: each function remembers its answer. */
export interface PredictFiles {
  readonly search: () => Promise<SearchIndex>;
  readonly tracks: () => Promise<TracksData>;
  readonly reasonSpace: () => Promise<ReasonSpace>;
  readonly familiar: () => Promise<FamiliarTracks>;
  readonly refits: () => Promise<readonly TreeEnsemble[]>; // as many as PredictData.refits
  readonly decades: () => Promise<readonly TreeEnsemble[]>; // one a decade of PredictData.decades
  readonly forest: () => Promise<TreeEnsemble>; // its margin is a probability
  readonly songs: () => Promise<ExplainedSongs>; // those of explain.md
  readonly reasons: () => Promise<SongReasons>; // of the boosted trees
}

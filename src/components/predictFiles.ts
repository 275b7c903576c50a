import type {OutsideData} from "../lib/outside/OutsideData.js";
import type {OutsideModels} from "../lib/outside/outsideModels.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import type {SearchFile} from "../lib/search/decodeSearch.js";
import type {ExplainedSongs, SongReasons} from "../lib/wire/ExplainData.js";
import type {FamiliarTracks} from "../lib/wire/PredictData.js";
import type {ReasonSpace, SearchIndex, TracksData} from "../lib/wire/TracksData.js";
import {decodedElsewhere} from "./decodedElsewhere.js";
import {remember} from "./remember.js";

/** Fetches what a part of the page of predictions needs, when it is needed and once: each function remembers its answer. */
export interface PredictFiles {
  readonly search: () => Promise<SearchIndex>;
  readonly tracks: () => Promise<TracksData>;
  readonly reasonSpace: () => Promise<ReasonSpace>;
  readonly familiar: () => Promise<FamiliarTracks>;
  readonly refits: () => Promise<readonly TreeEnsemble[]>; // as many as PredictData.refits
  readonly decades: () => Promise<readonly TreeEnsemble[]>; // one a decade of PredictData.decades
  readonly forest: () => Promise<TreeEnsemble>; // its margin is a probability
  readonly outside: () => Promise<OutsideModels>; // of what is known of an audio file
  readonly songs: () => Promise<ExplainedSongs>; // those of explain.md
  readonly reasons: () => Promise<SongReasons>; // of the boosted trees
}

/** The same files as a page fetches them. */
export interface FetchedFiles {
  readonly search: () => Promise<SearchFile>;
  readonly tracks: () => Promise<ArrayBuffer>;
  readonly reasonSpace: () => Promise<ArrayBuffer>;
  readonly familiar: () => Promise<FamiliarTracks>;
  readonly refits: () => Promise<ArrayBuffer>;
  readonly decades: () => Promise<ArrayBuffer>;
  readonly forest: () => Promise<ArrayBuffer>;
  readonly outside: {readonly data: () => Promise<OutsideData>; readonly trees: () => Promise<ArrayBuffer>};
  readonly songs: () => Promise<ExplainedSongs>;
  readonly reasons: () => Promise<SongReasons>;
}

/** Decodes what a page fetches; the code for that comes when it is needed, too. */
export function predictFiles(fetched: FetchedFiles): PredictFiles {
  const bytesOf = async (load: () => Promise<ArrayBuffer>) => new Uint8Array(await load());
  return {
    search: remember(async () => {
      const [{decodeSearch}, file] = await Promise.all([import("../lib/search/decodeSearch.js"), fetched.search()]);
      return decodeSearch(file);
    }),
    tracks: remember(async () => {
      const [{decodeTracks}, bytes] = await Promise.all([
        import("../lib/tracks/decodeTracks.js"),
        bytesOf(fetched.tracks)
      ]);
      return decodeTracks(bytes);
    }),
    reasonSpace: remember(async () => {
      const [{decodeReasonSpace}, bytes] = await Promise.all([
        import("../lib/tracks/decodeReasonSpace.js"),
        bytesOf(fetched.reasonSpace)
      ]);
      return decodeReasonSpace(bytes);
    }),
    familiar: remember(fetched.familiar),
    refits: remember(async () => decodedElsewhere(await fetched.refits())),
    decades: remember(async () => decodedElsewhere(await fetched.decades())),
    forest: remember(async () => (await decodedElsewhere(await fetched.forest()))[0]),
    outside: remember(async () => {
      const [data, trees] = await Promise.all([fetched.outside.data(), fetched.outside.trees()]);
      const [known, ...estimates] = await decodedElsewhere(trees);
      return {data, known, estimates};
    }),
    songs: remember(fetched.songs),
    reasons: remember(fetched.reasons)
  };
}

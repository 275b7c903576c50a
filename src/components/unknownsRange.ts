import type {KnownParts} from "../lib/outside/knownParts.js";
import type {UnknownRange} from "../lib/outside/rangeOfUnknowns.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import type {PredictFiles} from "./predictFiles.js";
import type {PredictChoice} from "./predictState.js";
import {remember} from "./remember.js";

/** The probabilities that what is unknown of a song leaves open. */
export type UnknownsRange = (song: KnownParts) => UnknownRange;

/** Fetches the tracks that tell what unknowns leave, and the code for that, at the first call. */
export function unknownsRange(
  {space}: PredictData,
  {tracks}: Pick<PredictFiles, "tracks">,
  model: TreeEnsemble
): () => Promise<UnknownsRange> {
  return remember(async () => {
    const [{rangeOfUnknowns}, {placeTracks}, {X}] = await Promise.all([
      import("../lib/outside/rangeOfUnknowns.js"),
      import("../lib/similarity/placeTracks.js"),
      tracks()
    ]);
    const placed = placeTracks(space, X);
    return (song) => rangeOfUnknowns({...song, space, X, placed, model});
  });
}

/**
 * How far the values of the controls are the song's own. Unknown are those that are empty, unless the study has none
 * either; of a song from outside also what was only estimated or assumed, until the reader moves it.
 */
export function partsOfChoice(
  {x, song, outside}: Pick<PredictChoice, "x" | "song" | "outside">,
  {controls}: Pick<PredictData, "controls">
): Required<KnownParts> {
  const isMoved = (j: number) => !Object.is(outside?.parts.x[j], x[j]);
  return {
    x,
    known: controls.map(({median}, j) => {
      if (median === null) return true;
      if (Number.isNaN(x[j])) return song !== null && Number.isNaN(song.x[j]);
      return !outside || outside.parts.known[j] || isMoved(j);
    }),
    roughly: controls.map((_, j) => (outside && !isMoved(j) ? outside.parts.roughly[j] : null))
  };
}

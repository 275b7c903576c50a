import type {SearchIndex, TracksData} from "../lib/wire/TracksData.js";
import type {KnownSong} from "./predictState.js";

/** A track of the study as a reader's choice. */
export function knownSong(track: number, names: SearchIndex, {ids, X, label, p}: TracksData): KnownSong {
  return {
    track,
    id: ids[track],
    title: names.titles[track],
    artist: names.artists[names.artistOf[track]],
    hit: label[track] === 1,
    p: Number.isNaN(p[track]) ? null : p[track],
    x: Float32Array.from(X.columns, (column) => column[track])
  };
}

import {songKeys} from "./songKeys.js";

/** A song as the charts know it. */
export interface ChartSong {
  readonly title: string; // hostile text, as is the artist
  readonly artist: string;
  readonly firstYear: number; // of its first and last week on the chart
  readonly lastYear: number;
  readonly weeks: number; // on the chart, 1 or more
  readonly peak: number; // best place, 1 to 100
}

/** A track that is looked for among them. */
export interface SoughtTrack {
  readonly title: string;
  readonly artist: string;
  readonly decade: number; // first year; NaN where it is unknown
}

/** What was found of a track. */
export interface ChartMatch {
  readonly song: ChartSong;
  readonly inDecade: boolean; // it was on the chart in the track's decade; true where that is unknown
  readonly among: number; // songs of that name
}

/**
 * Finds tracks among the songs of the charts by title and artist: by their whole titles, else by the bare ones.
 *
 * Of several songs of one name the one that was on the chart in the track's decade counts, of several such the one with
 * the best peak; where none was, the one nearest in time.
 *
 * @returns a match for each track, null where none is found
 */
export function joinHot100(tracks: readonly SoughtTrack[], songs: readonly ChartSong[]): (ChartMatch | null)[] {
  const [byWhole, byBare] = [new Map<string, ChartSong[]>(), new Map<string, ChartSong[]>()];
  const add = (map: Map<string, ChartSong[]>, key: string, song: ChartSong) => {
    const known = map.get(key);
    if (known) known.push(song);
    else map.set(key, [song]);
  };
  for (const song of songs) {
    const {whole, bare} = songKeys(song.title, song.artist);
    add(byWhole, whole, song);
    add(byBare, bare, song);
  }
  return tracks.map(({title, artist, decade}) => {
    const {whole, bare} = songKeys(title, artist);
    const found = byWhole.get(whole) ?? byBare.get(bare);
    if (!found) return null;
    const song = found.reduce((best, other) => {
      const nearer = yearsApart(other, decade) - yearsApart(best, decade);
      return nearer < 0 || (nearer === 0 && other.peak < best.peak) ? other : best;
    });
    return {song, inDecade: yearsApart(song, decade) === 0, among: found.length};
  });
}

/** Years between a song's time on the chart and a decade; 0 where they meet, or the decade is unknown. */
function yearsApart({firstYear, lastYear}: ChartSong, decade: number): number {
  return Number.isNaN(decade) ? 0 : Math.max(0, firstYear - (decade + 9), decade - lastYear);
}

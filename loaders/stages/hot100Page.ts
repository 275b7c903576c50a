import {takeValues} from "../../lib/columns.js";
import {artistKey} from "../../lib/exams/artistKey.js";
import {withinAuc} from "../../lib/genres/withinAuc.js";
import {clusterMean} from "../../lib/hot100/clusterMean.js";
import {joinHot100, type ChartMatch, type ChartSong} from "../../lib/hot100/joinHot100.js";
import {rankCorrelation} from "../../lib/hot100/rankCorrelation.js";
import {aucInterval} from "../../lib/metrics/aucInterval.js";
import {groupIndex} from "../../lib/metrics/groupIndex.js";
import type {Hot100Data, Hot100Group, Hot100Join, Hot100Ranking} from "../../lib/wire/Hot100Data.js";
import {readHot100} from "../hot100/readHot100.js";
import {defineStage} from "../store/stage.js";
import type {Side} from "../tracks/locateSide.js";
import type {Dataset} from "../tracks/types.js";
import type {Evaluation, Examined} from "./evaluate.js";
import {isExamined} from "./isExamined.js";

const PEAKS = [1, 2, 11, 41]; // where groups begin
const WEEKS = [1, 2, 6, 11, 21];

interface Needs {
  readonly dataset: Dataset;
  readonly artist: Evaluation; // boosted in the artist exam
}
interface Options {
  readonly list: Side | null; // of the songs of the Hot 100
  readonly seed: number;
}

/** What became of the study's hits on the Hot 100, and whether the model ranks the greater ones higher. */
export default defineStage(async ({dataset, artist}: Needs, {list, seed}: Options): Promise<Hot100Data> => {
  const {raw, clean, provenance} = dataset;
  if (provenance.label.popularity) return {status: "popularity"};
  if (!list) return {status: "absent"};
  if (provenance.synthetic) return {status: "synthetic"};
  const songs = await readHot100(list.files);
  const decade = raw.X.columns[raw.X.names.indexOf("decade")];
  const tracks = Array.from(clean, (row) => ({title: raw.title[row], artist: raw.artist[row], decade: decade[row]}));
  const matches = joinHot100(tracks, songs);
  const join = joined(matches, takeValues(raw.label, clean));
  if (!isExamined(artist)) return {status: "unexamined", songs: songs.length, join, ranking: null};
  return {status: "joined", songs: songs.length, join, ranking: ranking(dataset, matches, artist, seed)};
});

function joined(matches: readonly (ChartMatch | null)[], label: Uint8Array): Hot100Join {
  const count = (of: (match: ChartMatch | null, hit: boolean) => unknown) =>
    matches.reduce((sum, match, i) => sum + Number(Boolean(of(match, label[i] === 1))), 0);
  return {
    hits: count((_, hit) => hit),
    hitsFound: count((match, hit) => hit && match),
    hitsInDecade: count((match, hit) => hit && match?.inDecade),
    flops: count((_, hit) => !hit),
    flopsFound: count((match, hit) => !hit && match),
    flopsInDecade: count((match, hit) => !hit && match?.inDecade),
    several: count((match) => match && match.among > 1)
  };
}

/** How the hits that were on the chart in their decade are ranked. */
function ranking(
  {raw, clean}: Dataset,
  matches: readonly (ChartMatch | null)[],
  {rows, p}: Examined,
  seed: number
): Hot100Ranking {
  const songOf = new Map<number, ChartSong>();
  matches.forEach((match, i) => {
    if (match?.inDecade && raw.label[clean[i]] === 1) songOf.set(clean[i], match.song);
  });
  const at = Int32Array.from(rows.keys()).filter((i) => songOf.has(rows[i]));
  const asked = takeValues(rows, at);
  const songs = Array.from(asked, (row) => songOf.get(row)!);
  const told = takeValues(p, at);
  const artists = groupIndex(Array.from(asked, (row) => artistKey(raw.artist[row]))).index;
  const groups = (starts: readonly number[], value: (song: ChartSong) => number) =>
    starts.flatMap((from, k): Hot100Group[] => {
      const to = k + 1 < starts.length ? starts[k + 1] - 1 : null;
      const here = Int32Array.from(songs.keys()).filter((i) => {
        return value(songs[i]) >= from && (to === null || value(songs[i]) <= to);
      });
      if (here.length === 0) return [];
      return [
        {from, to, tracks: here.length, p: clusterMean(takeValues(told, here), takeValues(artists, here), [0, 1])}
      ];
    });
  const correlation = (value: (song: ChartSong) => number) =>
    rankCorrelation(told, Float64Array.from(songs, value), artists, {seed});
  // A song can be neither: most are not at the top, nor gone after a week.
  const ends = Int32Array.from(songs.keys()).filter((i) => songs[i].peak === 1 || songs[i].weeks === 1);
  const isFirst = Uint8Array.from(ends, (i) => Number(songs[i].peak === 1));
  const decade = takeValues(raw.X.columns[raw.X.names.indexOf("decade")], asked);
  const none = {value: null, low: null, high: null};
  const [pEnds, artistEnds] = [takeValues(told, ends), takeValues(artists, ends)];
  return {
    peaks: groups(PEAKS, ({peak}) => peak),
    weeks: groups(WEEKS, ({weeks}) => weeks),
    byPeak: correlation(({peak}) => -peak),
    byWeeks: correlation(({weeks}) => weeks),
    numberOnes: isFirst.reduce((sum, first) => sum + first, 0),
    oneWeek: isFirst.reduce((sum, first) => sum + 1 - first, 0),
    auc: ends.length === 0 ? none : aucInterval(isFirst, pEnds, artistEnds),
    withinDecade:
      ends.length === 0
        ? none
        : withinAuc(
            isFirst,
            pEnds,
            Int32Array.from(ends, (i) => (Number.isNaN(decade[i]) ? 0 : decade[i])),
            artistEnds
          )
  };
}

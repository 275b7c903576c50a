import {formatPercent} from "../../../lib/format/formatPercent.js";
import type {LabelWords, PopularityRule} from "../../../lib/wire/LabelWords.js";

/** What a study calls a hit whose hits are told by popularity. */
export function popularityLabel(popularity: PopularityRule): LabelWords {
  const {threshold, topShare, zeroShare} = popularity;
  const top = `the top ${formatPercent(topShare)}`;
  const zero =
    zeroShare === 0
      ? ""
      : ` A popularity of 0 is taken for unknown: those tracks, ${formatPercent(zeroShare)} of all, are left out.`;
  return {
    short: `hit: popularity ${threshold} or more, ${top}`,
    hit: `had a popularity of ${threshold} or more, of 100, on Spotify when the tracks were collected: ${top}.`,
    flop: `had less.${zero}`,
    caveat:
      "Popularity counts plays, recent ones most, and each of a song’s releases apart: it tells what was heard in those weeks, not what is good or lasts.",
    luck: "popularity",
    notFailure: "a track played less than others of this study in the weeks before they were collected.",
    voice:
      "Instrumentalness goes with whole genres, such as classical or ambient music, and genres have audiences of their own.",
    artist:
      "Popularity comes to a track with its artist’s name: listeners, playlists and promotion follow the artist from one release to the next.",
    outside:
      "The study’s tracks were picked by genre or playlist, not drawn from all songs, so the true figures may be others.",
    popularity
  };
}

import {popularityStudy} from "./popularityStudy.js";

/**
 * The 30000 Spotify Songs dataset: a row for each playlist a track is on. The decade is its album's, whose date may be a
 * year, a month or a day; a name `NA` is text. It tells neither beats a bar nor sections.
 *
 * @see https://github.com/rfordatascience/tidytuesday/tree/main/data/2020/2020-01-21
 */
export const thirtyThousandSongs = popularityStudy(
  {
    study: "30000 Spotify Songs",
    about:
      "30000 Spotify Songs: tracks of playlists of six genres, collected with the package spotifyr, with Spotify’s audio analysis and popularity as they stood in January 2020. Published by TidyTuesday, 2020-01-21."
  },
  {
    id: "track_id",
    title: "track_name",
    artist: "track_artist",
    popularity: "track_popularity",
    genre: "playlist_genre",
    released: "track_album_release_date"
  },
  ["time_signature", "chorus_hit", "sections"]
);

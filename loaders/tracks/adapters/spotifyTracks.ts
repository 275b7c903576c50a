import {popularityStudy} from "./popularityStudy.js";

/**
 * The Spotify Tracks dataset: 114 genres of a thousand rows each; a track in several genres has a row in each. It tells
 * neither decade nor sections.
 *
 * @see https://www.kaggle.com/datasets/maharshipandya/-spotify-tracks-dataset
 */
export const spotifyTracks = popularityStudy(
  {
    study: "Spotify Tracks",
    about:
      "Spotify Tracks, by Maharshi Pandya: a thousand rows of each of many genres from Spotify’s audio analysis, with popularity as it stood when they were collected. Published on Kaggle as maharshipandya/-spotify-tracks-dataset under the ODbL."
  },
  {
    id: "track_id",
    title: "track_name",
    artist: "artists",
    popularity: "popularity",
    genre: "track_genre",
    released: null
  },
  ["chorus_hit", "sections"]
);

import type {SongInputs} from "./SongInputs.js";
import type {OutsideSong} from "./OutsideSong.js";

/** What a source says of a song. Title and artist are hostile text. */
export interface PublishedSong {
  readonly title: string;
  readonly artist: string;
  readonly id: string; // Spotify's
  readonly values: SongInputs; // by feature, in its unit; what is not named, or NaN, is missing
}

/**
 * A song of which a source gives features: those are published, the others missing.
 *
 * @param source as shown: "ReccoBeats"
 * @param controls one a feature of the models, in their order
 */
export function assemblePublished(
  {title, artist, id, values}: PublishedSong,
  source: string,
  controls: readonly {readonly name: string}[]
): OutsideSong {
  return {
    title,
    artist,
    id,
    values: controls.map(({name}) => {
      const value = values[name] ?? NaN;
      return Number.isNaN(value)
        ? {value: NaN, knowing: "missing", source: `not given by ${source}`}
        : {value, knowing: "published", source};
    })
  };
}

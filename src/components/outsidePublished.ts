import {assemblePublished} from "../lib/outside/assemblePublished.js";
import {knownParts} from "../lib/outside/knownParts.js";
import type {OutsideValue} from "../lib/outside/OutsideSong.js";
import type {FeatureValues} from "../lib/spotify/readAudioFeatures.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import type {OutsideChoice} from "./predictState.js";
import type {AskedTrack} from "./spotifyTrack.js";

/** What services said of a track, and the decade if the reader did. */
export interface PublishedTrack {
  readonly id: string; // Spotify's
  readonly recco: FeatureValues | null; // null where it was not asked, or does not know the track
  readonly spotify: AskedTrack | null;
  readonly decade?: number;
}

/** A track of which services publish values: each value is the first's that has it. */
export function outsidePublished(
  {id, recco, spotify, decade}: PublishedTrack,
  {controls}: Pick<PredictData, "controls">
): OutsideChoice {
  const name = {
    title: spotify?.track.title || `Spotify track ${id}`,
    artist: spotify?.track.artists.map((artist) => artist.name).join(", ") ?? "",
    id
  };
  const told = [
    ...(recco ? [assemblePublished({...name, values: recco}, "ReccoBeats", controls)] : []),
    ...(spotify ? [assemblePublished({...name, values: spotify.values}, "Spotify", controls)] : [])
  ];
  const values = controls.map((control, j): OutsideValue => {
    if (control.name === "decade") return decadeOf(control, spotify, decade);
    const published = told.find(({values}) => values[j].knowing === "published") ?? told[0];
    return published?.values[j] ?? {value: NaN, knowing: "missing", source: "not asked"};
  });
  return {...name, values, parts: knownParts(values, controls.map((control) => control.name), [])}; // prettier-ignore
}

/** The reader's word, else the year of release; where that is none of the study's, or unknown, the study's last. */
function decadeOf(
  {low, high}: {readonly low: number; readonly high: number},
  spotify: AskedTrack | null,
  said?: number
): OutsideValue {
  if (said !== undefined) return {value: said, knowing: "asked", source: "you"};
  const year = Number(spotify?.track.album?.releaseDate?.slice(0, 4) ?? NaN);
  const decade = 10 * Math.floor(year / 10);
  return decade >= low && decade <= high
    ? {value: decade, knowing: "published", source: "Spotify"}
    : {value: high, knowing: "assumed", source: "the study’s last decade"};
}

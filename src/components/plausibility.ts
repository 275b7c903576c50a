import {evenPick} from "../lib/evenPick.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {dimensionsOf, placeInSpace} from "../lib/similarity/featureSpace.js";
import {nearestTracks} from "../lib/similarity/nearestTracks.js";
import {placeTracks, type PlacedTracks} from "../lib/similarity/placeTracks.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import type {SearchIndex, TracksData} from "../lib/wire/TracksData.js";
import {html} from "./html.js";
import type {PredictFiles} from "./predictFiles.js";

const SHOWN = 3; // nearest tracks
const SAMPLE = 100; // tracks whose own nearest tell what is usual

/** Tracks of the study to compare changed songs with. */
export interface Evidence {
  readonly tracks: TracksData;
  readonly search: SearchIndex;
  readonly placed: PlacedTracks;
  readonly usual: Float64Array; // of a sample of the tracks: how far the nearest other one is, ascending
}

/** Fetches the tracks and learns how near they usually are to each other, a few at a time, so that the page can go on. */
export async function gatherEvidence({space}: PredictData, files: PredictFiles): Promise<Evidence> {
  const [tracks, search] = await Promise.all([files.tracks(), files.search()]);
  const placed = placeTracks(space, tracks.X);
  const usual: number[] = [];
  for (const track of evenPick(placed.length, SAMPLE)) {
    await new Promise((resolve) => setTimeout(resolve));
    const start = track * placed.dimensions;
    const [nearest] = nearestTracks(placed, placed.coordinates.subarray(start, start + placed.dimensions), 1, track);
    if (nearest) usual.push(nearest.distance);
  }
  return {tracks, search, placed, usual: Float64Array.from(usual).sort()};
}

/** The tracks of the study nearest to a changed song, and whether it is as near to them as tracks are to each other. */
export function plausibility(
  x: Float32Array,
  {space, synthetic}: PredictData,
  evidence: Evidence,
  skip = -1
): HTMLElement {
  const {tracks, search, placed, usual} = evidence;
  const at = new Float32Array(dimensionsOf(space));
  placeInSpace(space, x, at);
  const nearest = nearestTracks(placed, at, SHOWN, skip);
  const decades = tracks.X.columns[tracks.X.names.indexOf("decade")];
  const rows = nearest.map(({track}) => {
    const title = search.titles[track];
    const id = tracks.ids[track];
    const hit = tracks.label[track] === 1;
    const decade = decades?.[track] ?? NaN;
    return html`<li>
      ${
        id === ""
          ? html`<span>${title}</span>`
          : html`<a href=${`https://open.spotify.com/track/${encodeURIComponent(id)}`} rel="noopener noreferrer"
              >${title}</a
            >`
      }
      by ${search.artists[search.artistOf[track]]}${Number.isNaN(decade) ? "" : `, ${decade}s`},
      <span class=${hit ? "hit" : "flop"}>${hit ? "hit" : "flop"}</span>
    </li>`;
  });
  const farther = usual.filter((distance) => distance >= nearest[0]?.distance).length;
  return html`<div>
    <p class="caveat">
      Nearest ${synthetic ? "synthetic tracks" : "real songs"}. The first is ${nearest[0]?.distance.toFixed(2)} standard
      deviations away a feature: ${formatPercent(farther / usual.length)} of ${usual.length} tracks of the study are at
      least as far from their own nearest.
    </p>
    <ul>
      ${rows}
    </ul>
  </div>`;
}

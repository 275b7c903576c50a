import {mean, sum} from "d3-array";
import {featureNamed} from "../lib/features/featureNamed.js";
import {meanRanks} from "../lib/metrics/meanRanks.js";
import {sigmoid} from "../lib/sigmoid.js";
import type {ExplainedId, ExplainedSong, ExplainedSongs, Space, SpaceReasons} from "../lib/wire/ExplainData.js";
import type {TableData} from "./dataTable.js";
import {html} from "./html.js";

/** What the pictures of many tracks' reasons are drawn from. */
export interface TracksReasons {
  readonly id: ExplainedId;
  readonly features: readonly string[]; // in the order of the songs' x and the space's phi
  readonly songs: ExplainedSongs;
  readonly space: SpaceReasons;
  readonly rows: readonly number[]; // the tracks to draw
}

/** A feature and its strength: mean |contribution| over the tracks drawn, in their space. */
export interface Lane {
  readonly feature: string;
  readonly label: string;
  readonly j: number; // where it stands in `features`
  readonly strength: number;
}

/** How a dot is filled and outlined by a feature's value. */
export interface Shade {
  readonly fill: string;
  readonly stroke: string;
}

/** Stands where nothing is left to draw. */
export const noTracks = (): HTMLElement => html`<p>No explained track is left in this selection.</p>`;

export const labelOf = (feature: string): string => featureNamed(feature).label;

/** A track as a sentence names it; hostile text. */
export const trackName = ({title, artist}: ExplainedSong): string => `“${title}” by ${artist}`;

/** The unit contributions are shown in. */
export const unitOf = (space: Space): string => (space === "log-odds" ? "log-odds" : "points of probability");

/** A contribution as axes and tables show it. */
export const inUnit = (space: Space, phi: number): number => (space === "log-odds" ? phi : 100 * phi);

/** A contribution as a number in its unit: "+0.42" log-odds, "−3.1" points; a size has no sign. */
export function amount(space: Space, phi: number, {signed = true}: {signed?: boolean} = {}): string {
  const size = Math.abs(inUnit(space, phi)).toFixed(space === "log-odds" ? 2 : 1);
  const sign = !signed || Number(size) === 0 ? "" : phi < 0 ? "−" : "+";
  return `${sign}${size}`;
}

/** A contribution in words: "+0.42 log-odds", "−3.1 points"; its space does not break. */
export const contribution = (space: Space, phi: number, options?: {signed?: boolean}): string =>
  `${amount(space, phi, options)}\u00a0${space === "log-odds" ? "log-odds" : "points"}`;

/** What the base and a track's contributions add up to, in their space. */
export const predictionOf = ({base, phi}: SpaceReasons, row: number): number => base + sum(phi, (of) => of[row]);

/** A value on a space's scale as a probability. */
export const probabilityOf = (space: Space, prediction: number): number =>
  space === "log-odds" ? sigmoid(prediction) : Math.min(1, Math.max(0, prediction));

/** The features, strongest first. */
export function lanesOf({features, space, rows}: TracksReasons): Lane[] {
  return features
    .map((feature, j) => ({
      feature,
      label: labelOf(feature),
      j,
      strength: mean(rows, (row) => Math.abs(space.phi[j][row])) ?? 0
    }))
    .sort((a, b) => b.strength - a.strength);
}

/** Tracks with their predictions and contributions, a row each. */
export function tracksTable({songs, space}: TracksReasons, lanes: readonly Lane[], rows: readonly number[]): TableData {
  return {
    columns: [
      "Track",
      "Artist",
      "Label",
      "Probability (%)",
      ...lanes.map(({label}) => `${label} (${unitOf(space.space)})`)
    ],
    rows: rows.map((row) => [
      songs.songs[row].title,
      songs.songs[row].artist,
      songs.songs[row].hit ? "hit" : "flop",
      100 * probabilityOf(space.space, predictionOf(space, row)),
      ...lanes.map(({j}) => inUnit(space.space, space.phi[j][row]))
    ])
  };
}

/** From the lowest values to the highest: the higher, the further from the background, in both themes. */
export const SHADES: readonly Shade[] = [0, 25, 50, 75, 100].map((percent) => ({
  fill: `color-mix(in oklab, var(--theme-foreground) ${percent}%, var(--theme-foreground-fainter))`,
  stroke: "none"
}));

/** Of an unknown value. */
export const HOLLOW: Shade = {fill: "var(--theme-background)", stroke: "var(--theme-foreground-muted)"};

/** Shades of values by their ranks among the known ones; the middle one where all are the same. */
export function shadesOf(values: readonly (number | null)[]): Shade[] {
  const ranks = meanRanks(Float64Array.from(values, (value) => value ?? NaN));
  const known = ranks.filter((rank) => !Number.isNaN(rank));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return [...ranks].map((rank) => {
    if (Number.isNaN(rank)) return HOLLOW;
    return SHADES[low === high ? 2 : Math.min(4, Math.floor((5 * (rank - low)) / (high - low)))];
  });
}

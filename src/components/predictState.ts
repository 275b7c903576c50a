import type {KnownParts} from "../lib/outside/knownParts.js";
import type {OutsideSong} from "../lib/outside/OutsideSong.js";
import type {Space} from "../lib/wire/ExplainData.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {watchable, type Watchable} from "./watchable.js";

/** A track of the study, as the page knows it when a reader has chosen it. Title and artist are hostile text. */
export interface KnownSong {
  readonly track: number; // its place in the search index
  readonly id: string; // Spotify's; "" where the study has none
  readonly title: string;
  readonly artist: string;
  readonly hit: boolean;
  readonly p: number | null; // of a hit, boosted, by a model that had not heard the artist; null where not known
  readonly x: Float32Array; // one value a control, NaN where unknown
}

/** A song that is no track of the study, as the page knows it. */
export interface OutsideChoice extends OutsideSong {
  readonly parts: Required<KnownParts>; // how far each value can be relied on
}

/** A song that is kept to be compared with. */
export interface KeptSong {
  readonly name: string; // "“Title” by Artist", or what a reader called it; hostile text
  readonly x: Float32Array;
}

/** A model that can be asked in the page why, exactly. */
export type ExplainableId = "boosted" | "glassbox" | "logistic";

/** All a reader has chosen on the page. Values are replaced, never changed in place. */
export interface PredictChoice {
  readonly x: Float32Array; // one value a control, in their order; NaN where unknown
  readonly song: KnownSong | null; // the track the controls were last set to; null where they started elsewhere
  readonly outside: OutsideChoice | null; // a song that is no track of the study, which the controls were last set to
  readonly touched: number; // the control that was moved last
  readonly kept: KeptSong | null; // A, where the song of the controls is B
  readonly rate: number; // share of hits among the songs it would compete with, from .01 to .5
  readonly errorRate: number; // that a verdict may have: one of PredictData.thresholds
  readonly model: ExplainableId;
  readonly space: Space;
  readonly target: number; // probability wanted of a changed song, in (0, 1), at the study's share of hits
  readonly locked: readonly boolean[]; // one a control: not to be changed
  readonly ranges: readonly (readonly [low: number, high: number] | null)[]; // one a control: what it may become; null: anything
}

export type PredictState = Watchable<PredictChoice>;

export const DEFAULT_ERROR_RATE = 0.1;

/** What the page shows at first: the middle of the study. The decade is locked: a song has but one. */
export function startingChoice(data: PredictData): PredictChoice {
  const {controls, thresholds, hitShare} = data;
  const rates = thresholds.map(({errorRate}) => errorRate);
  return {
    x: Float32Array.from(controls, ({median}) => median ?? NaN),
    song: null,
    outside: null,
    touched: Math.max(
      0,
      controls.findIndex(({name}) => name === "instrumentalness")
    ),
    kept: null,
    rate: hitShare,
    errorRate: rates.includes(DEFAULT_ERROR_RATE) ? DEFAULT_ERROR_RATE : (rates[0] ?? DEFAULT_ERROR_RATE),
    model: "boosted",
    space: "log-odds",
    target: 0.5,
    locked: controls.map(({name}) => name === "decade"),
    ranges: controls.map(() => null)
  };
}

/** The state of the page of predictions. */
export const predictState = (data: PredictData): PredictState => watchable(startingChoice(data));

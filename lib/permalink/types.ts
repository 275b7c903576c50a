/** The models whose reasons a link can ask for, by their number in it: new ones come last. */
export const LINKED_MODELS = ["boosted", "glassbox", "logistic"] as const;

/** The units of reasons, by their number in a link. */
export const LINKED_SPACES = ["log-odds", "probability"] as const;

/** What a link holds of the page of predictions. */
export interface LinkedChoice {
  readonly x: Float32Array; // one value a control, NaN where unknown
  readonly songId: string; // Spotify's, of the track the controls were last set to; "" where there is none
  readonly touched: number; // the control that was moved last
  readonly kept: {readonly name: string; readonly x: Float32Array} | null; // the name is hostile text
  readonly rate: number; // share of hits assumed, from .01 to .5
  readonly errorRate: number; // of verdicts, in (0, .5)
  readonly model: (typeof LINKED_MODELS)[number];
  readonly space: (typeof LINKED_SPACES)[number];
  readonly target: number; // probability wanted, in (0, 1)
  readonly locked: readonly boolean[]; // one a control
  readonly ranges: readonly (readonly [low: number, high: number] | null)[]; // one a control
}

/** With what a link was made. */
export interface MadeWith {
  readonly dataHash: string; // hexadecimal; its first eight digits are in the link
  readonly modelHash: string; // the same
  readonly p: number; // of a hit, boosted, at the study's share of hits; a link holds it to 1/65535
}

/** What a page that writes or reads a link knows. */
export interface LinkTerms {
  readonly controls: readonly LinkedControl[];
  readonly start: LinkedChoice; // what is not in a link
  readonly errorRates: readonly number[]; // that the page offers
  readonly models: readonly LinkedChoice["model"][]; // that the page offers
}

export interface LinkedControl {
  readonly name: string;
  readonly label: string; // as a reader sees it
  readonly min: number; // what a value may be, in the feature's unit
  readonly max: number;
}

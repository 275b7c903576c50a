import type {Feature} from "../lib/features/features.js";

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Where a control's values lie along its track, which is 1 long and made of cells of one width. */
export interface TrackScale extends Ends {
  readonly values: readonly number[]; // one a cell: what stands for it
  readonly listed: boolean; // there are no values between them
  readonly at: (value: number) => number; // 0 at the track's start, 1 at its end; of a listed value the cell's middle
}

const CELLS = 48;

/** A slider's, from a whole step to a whole step: its values are round. */
export function sliderScale({low, high}: Ends, {step, min, max}: Pick<Feature, "step" | "min" | "max">): TrackScale {
  const start = Math.max(min, round(Math.floor(round(low / step)) * step));
  const end = Math.min(max, round(Math.ceil(round(high / step)) * step));
  const values = Array.from({length: CELLS}, (_, k) => start + ((k + 0.5) / CELLS) * (end - start));
  return {values, listed: false, low: start, high: end, at: (value) => (value - start) / (end - start || 1)};
}

/** A list's: one cell a value. NaN for what is not in the list. */
export function listScale(values: readonly number[]): TrackScale {
  const at = (value: number) => (values.includes(value) ? (values.indexOf(value) + 0.5) / values.length : NaN);
  return {values, listed: true, low: Math.min(...values), high: Math.max(...values), at};
}

/** Without the false digits of a product. */
const round = (value: number) => Number(value.toFixed(6));

import type {OutsideValue} from "./OutsideSong.js";

/** A song from outside as the controls hold it: one value each, in their order; NaN where it is missing. */
export const outsideRow = (values: readonly OutsideValue[]): Float32Array =>
  Float32Array.from(values, ({value}) => value);

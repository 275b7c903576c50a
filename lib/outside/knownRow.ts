import type {SongInputs} from "./SongInputs.js";

/** Inputs as a row of a model: one value a feature, in their order; NaN where a feature is unknown. */
export const knownRow = (inputs: SongInputs, features: readonly string[]): Float32Array =>
  Float32Array.from(features, (name) => inputs[name] ?? NaN);

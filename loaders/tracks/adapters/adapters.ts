import {hitPredictor} from "./hitPredictor.js";
import type {Adapter} from "./types.js";

/** Every study whose CSV is known, the likeliest first. */
export const ADAPTERS: readonly Adapter[] = [hitPredictor];
